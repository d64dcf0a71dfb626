import type { FlowReport, SummaryReport } from '#api/reports.ts';
import { elementOf } from '#contract/element-path.ts';
import type { MeasuredVisit } from '#contract/visit.ts';
import { graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Evidence, SessionFacts } from '#measures/evidence.ts';
import { MEASURES } from '#measures/measures.ts';
import type { ContentHash, ElementId, SessionId } from '#prelude/ids.ts';
import { type Random, seededRandom } from '#prelude/ports.ts';

/** Sessions of an Interaction as they might have gone: people choose by chance, think, go back, give up. */
export function walkedSessions(interaction: Interaction, sessions: number, seed = 7): Evidence {
  const chance = seededRandom(seed);
  const graph = graphOf(interaction);
  const facts: SessionFacts[] = [];
  const visits: MeasuredVisit[] = [];
  const isAsked = (element: ElementId) =>
    ['question', 'statement', 'form'].includes(interaction.elements[element]?.type ?? '');
  for (let index = 0; index < sessions; index++) {
    const session = `ses_${String(index).padStart(6, '0')}` as SessionId;
    let at: ElementId | null = interaction.start ?? null;
    let outcome: string | null = 'completed';
    for (let n = 1; at !== null && n < 60; n++) {
      const ways = graph.from(at);
      const way = ways[Math.floor(chance.next() ** 2 * ways.length)];
      const active = isAsked(at) ? thinkingTime(chance, Object.keys(interaction.elements).indexOf(at)) : 0;
      const fate = isAsked(at) ? chance.next() : 1;
      const last = visits.at(-1);
      const before = last?.session === session ? elementOf(last.element) : undefined;
      const exit =
        fate < 0.02 ? 'quit' : fate < 0.03 ? 'expired' : fate < 0.06 && before ? 'back' : (way?.exit ?? 'next');
      const to: ElementId | null =
        exit === 'quit' || exit === 'expired' ? null : exit === 'back' ? (before ?? null) : (way?.to ?? null);
      const isLast = index >= sessions - 3 && n === 2;
      visits.push({
        session,
        n,
        element: at,
        enteredAt: n,
        leftAt: isLast ? null : n + 1,
        exit: isLast ? null : exit,
        to: isLast ? null : to,
        active,
        idle: 0,
        inside: 0,
      });
      if (isLast) {
        outcome = null;
        break;
      }
      if (exit === 'quit') outcome = 'quit';
      if (exit === 'expired') outcome = 'timed-out';
      at = to;
    }
    facts.push({ session, version: 'v' as ContentHash, outcome });
  }
  return { visits, sessions: facts, targets: [] };
}

/** Mostly quick, now and then very slow; some elements take longer than others. Milliseconds. */
function thinkingTime(chance: Random, place: number): number {
  return Math.round((4_000 + (place % 5) * 6_000) * (0.5 - Math.log(1 - chance.next() * 0.98)));
}

/** The flow report that the server would give of this evidence. */
export function flowOf(interaction: Interaction, evidence: Evidence, targets: ReadonlyMap<string, number>): FlowReport {
  const withTargets: Evidence = {
    ...evidence,
    targets: [...targets].map(([element, target]) => ({
      version: 'v' as ContentHash,
      element: element as ElementId,
      target,
    })),
  };
  const time = new Map(MEASURES.time.recount(withTargets).map((row) => [row.element, row]));
  const over = new Map(MEASURES['over-target'].recount(withTargets).map((row) => [row.element, row]));
  const drop = new Map(MEASURES['drop-off'].recount(withTargets).map((row) => [row.element, row]));
  const back = new Map(MEASURES['going-back'].recount(withTargets).map((row) => [row.element, row]));
  const traffic = MEASURES.traffic.recount(withTargets);
  const elements = MEASURES.usage.recount(withTargets).map((row) => {
    const own = drop.get(row.element);
    const times = time.get(row.element);
    const overs = over.get(row.element);
    const leftByExit: Record<string, number> = {};
    for (const way of traffic) {
      if (way.element === row.element && way.next !== null)
        leftByExit[way.exit] = (leftByExit[way.exit] ?? 0) + way.taken;
    }
    return [
      row.element,
      {
        entered: row.entered,
        leftByExit,
        endedHere: row.ended,
        stillHere: row.still,
        dropOff: own ? own.quit + own.expired + own.failed : 0,
        back: back.get(row.element)?.back ?? 0,
        time: { n: times?.n ?? 0, mean: times?.mean ?? null, p50: times?.p50 ?? null, p90: times?.p90 ?? null },
        inside: times?.inside || null,
        target: targets.get(row.element) ?? null,
        overTarget: { n: overs?.over ?? 0, share: overs ? overs.over / overs.n : 0 },
      },
    ];
  });
  const connectors = Object.entries(interaction.connectors).map(([id, connector]) => [
    id,
    traffic
      .filter((way) => way.element === connector.from && way.next === connector.to && way.exit !== 'back')
      .reduce((sum, way) => sum + way.taken, 0),
  ]);
  return {
    fedUntil: null,
    sessions: evidence.sessions.length,
    elements: Object.fromEntries(elements),
    connectors: Object.fromEntries(connectors),
  } as FlowReport;
}

/** The summary that the server would give of this evidence. */
export function summaryOf(evidence: Evidence): SummaryReport {
  const rows = MEASURES.outcomes.recount(evidence);
  const of = (outcome: string | null) => rows.find((row) => row.outcome === outcome)?.sessions ?? 0;
  const [handle] = MEASURES['handle-time'].recount(evidence);
  return {
    fedUntil: null,
    started: evidence.sessions.length,
    completed: of('completed'),
    timedOut: of('timed-out'),
    quit: of('quit'),
    transferred: 0,
    failed: of('failed'),
    running: of(null),
    byOutcome: rows.flatMap((row) => (row.outcome === null ? [] : [{ outcome: row.outcome, sessions: row.sessions }])),
    handleTime: { n: handle?.n ?? 0, mean: handle?.mean ?? null, p50: handle?.p50 ?? null, p90: handle?.p90 ?? null },
  };
}
