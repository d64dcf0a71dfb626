import type { ElementFlow, FlowReport } from '#api/reports.ts';
import type { Program } from '#engine/program.ts';
import { graphOf } from '#format/graph.ts';
import { MEASURES } from '#measures/measures.ts';
import type { TrafficRow } from '#measures/traffic.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Cut, TargetTime } from '#store/replica/evidence.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { AccountScope } from '#store/scope.ts';
import { take } from './ask.ts';

/** What happened at each element that was entered, and along the connectors of the newest version. */
export async function flowOf(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  newest: Program,
  targets: readonly TargetTime[],
): Promise<FlowReport> {
  const [usage, traffic, time, overTarget, dropOff, goingBack, outcomes] = await Promise.all([
    take(scope, replica, cut, MEASURES.usage),
    take(scope, replica, cut, MEASURES.traffic),
    take(scope, replica, cut, MEASURES.time),
    take(scope, replica, cut, MEASURES['over-target'], targets),
    take(scope, replica, cut, MEASURES['drop-off']),
    take(scope, replica, cut, MEASURES['going-back']),
    take(scope, replica, cut, MEASURES.outcomes),
  ]);
  const elements: { [element: ElementPath]: ElementFlow } = {};
  for (const { element, entered, ended, still } of usage) {
    const at = <Row extends { readonly element: string }>(rows: readonly Row[]) =>
      rows.find((row) => row.element === element);
    const stopped = at(dropOff);
    const spent = at(time);
    const over = at(overTarget);
    elements[element as ElementPath] = {
      entered,
      leftByExit: leftByExit(traffic, element),
      endedHere: ended,
      stillHere: still,
      dropOff: stopped ? stopped.quit + stopped.expired + stopped.failed : 0,
      back: at(goingBack)?.back ?? 0,
      time: { n: spent?.n ?? 0, mean: spent?.mean ?? null, p50: spent?.p50 ?? null, p90: spent?.p90 ?? null },
      inside: spent?.inside || null,
      target: targets.find((one) => one.version === newest.version && one.element === element)?.target ?? null,
      overTarget: { n: over?.over ?? 0, share: over ? (MEASURES['over-target'].figure(over) ?? 0) : 0 },
    };
  }
  return {
    fedUntil: replica.fedUntil,
    sessions: outcomes.reduce((sum, { sessions }) => sum + sessions, 0),
    elements,
    connectors: alongConnectors(newest, traffic),
  };
}

/** Visits that led to another element; those that ended the session count elsewhere. */
function leftByExit(traffic: readonly TrafficRow[], element: string): { [exit: string]: number } {
  const counts: { [exit: string]: number } = {};
  for (const row of traffic) {
    if (row.element !== element || row.next === null) continue;
    counts[row.exit] = (counts[row.exit] ?? 0) + row.taken;
  }
  return counts;
}

/** A connector that leaves its exit out stands for the first exit of its element. */
function alongConnectors({ interaction, elements }: Program, traffic: readonly TrafficRow[]): { [id: string]: number } {
  const counts: { [connector: string]: number } = {};
  const graph = graphOf(interaction);
  for (const [element, { exits }] of elements) {
    const [first] = exits.keys();
    for (const { id, exit = first, to } of graph.from(element)) {
      counts[id] = traffic
        .filter((row) => row.element === element && row.exit === exit && row.next === to)
        .reduce((sum, { taken }) => sum + taken, 0);
    }
  }
  return counts;
}
