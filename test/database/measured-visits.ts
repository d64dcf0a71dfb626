import type { MeasuredVisit, Visit } from '#contract/visit.ts';

/**
 * The visits of one session as reports count them, from those of its log: from the time of a calling element is taken what
 * its children took. By looking at all of them, for whoever holds a report against the log.
 */
export function measuredVisits(visits: readonly Visit[]): readonly MeasuredVisit[] {
  const spent = ({ active, idle }: Visit) => active + idle;
  const measured = new Map<number, MeasuredVisit>();
  // Children come after their callers, so their own children are known when they are looked at.
  for (const visit of visits.toReversed()) {
    const inside = visits.filter(
      (child) => child.leftAt !== null && childOf(visit, child) && callerIn(visits, child)?.n === visit.n,
    );
    const all = inside.map((child) => measured.get(child.n)).filter((child) => child !== undefined);
    const isCaller = inside.length > 0;
    const passed = inside.reduce((sum, child) => sum + spent(child), 0);
    measured.set(visit.n, {
      ...visit,
      ...(isCaller && visit.leftAt !== null ? { active: spent(visit) - passed, idle: 0 } : {}),
      inside: visit.leftAt === null ? 0 : all.reduce((sum, child) => sum + child.active + child.inside, 0),
    });
  }
  return visits.flatMap(({ n }) => measured.get(n) ?? []);
}

function childOf(visit: Visit, child: Visit): boolean {
  return child.element.slice(0, Math.max(0, child.element.lastIndexOf('/'))) === visit.element;
}

/** The last visit of the calling element that was entered before. */
function callerIn(visits: readonly Visit[], child: Visit): Visit | undefined {
  return visits.findLast((visit) => visit.n < child.n && childOf(visit, child));
}
