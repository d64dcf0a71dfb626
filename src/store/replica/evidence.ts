import type { ContentHash, ElementId, InteractionId } from '#prelude/ids.ts';
import type { Instant } from '#prelude/ports.ts';
import { countedKinds } from '../counted-kinds.ts';
import type { AccountScope } from '../scope.ts';
import type { SessionKind } from '../session-tables.ts';
import type { SessionsAmong } from '../sessions-among.ts';
import type { Replica } from './replica.ts';
import type { ReplicaRow, ReplicaValue } from './values.ts';

/** Which sessions a report is about. Kinds never mix; see `countedKinds` for those of a demo. */
export interface Cut {
  readonly kind: SessionKind;
  /** All of the account when left out. */
  readonly interaction?: InteractionId;
  /** All when left out. */
  readonly versions?: readonly number[];
  /** Started at this moment or after it. */
  readonly from?: Instant;
  /** Started before this moment. */
  readonly to?: Instant;
  readonly client?: string;
  readonly channel?: string;
  readonly language?: string;
  /** Everybody's when left out. */
  readonly among?: SessionsAmong;
}

/** The time that an element of a version should take, milliseconds. */
export interface TargetTime {
  readonly version: ContentHash;
  readonly element: ElementId;
  readonly target: number;
}

/**
 * Asks a question about the sessions of a cut. The question is a `select` over three relations:
 *
 * - `visit`: `session`, `n`, `element`, `still` (not left yet), `exit`, `next`, `active`, `idle`, `inside`
 * - `session`: `session`, `version` (its content hash), `outcome` (null while it runs), `active`, `idle`, and `id`,
 *   `interaction`, `number` (of the version), `started`, `ended`, `path`
 * - `target`: `version`, `element`, `target`
 *
 * Times are milliseconds, moments are milliseconds since 1970.
 *
 * @param own values that the question has as `$1`, `$2` …
 */
export function askEvidence(
  scope: AccountScope,
  replica: Replica,
  cut: Cut,
  question: string,
  targets: readonly TargetTime[] = [],
  own: readonly ReplicaValue[] = [],
): Promise<ReplicaRow[]> {
  const values: ReplicaValue[] = [...own];
  const bind = (value: ReplicaValue) => `$${values.push(value)}`;
  const sessions = sessionsOf(scope, cut, bind);
  const text = `
    with chosen as materialized (
      select * from (select * from ended_session union all select * from running_session) where ${sessions}
    ), session as (
      select no as session, content as version, outcome, active, idle, id, interaction, version as number, started, ended,
        path
      from chosen
    ), visit as (
      select session, n, element, false as still, exit, next, active, idle, inside from finished_visit
      where session in (select no from chosen)
      union all
      select no, one.n, one.element, true, null, null, 0, 0, 0 from (select no, unnest(open) as one from chosen)
    ), target as (${targetsOf(targets, bind)})
    select * from (${question})`;
  return replica.query(text, values);
}

function sessionsOf(scope: AccountScope, cut: Cut, bind: (value: ReplicaValue) => string): string {
  const conditions = [`account = ${bind(scope.account)}`, `kind in (${countedKinds(cut.kind).map(bind).join(', ')})`];
  if (cut.interaction !== undefined) conditions.push(`interaction = ${bind(cut.interaction)}`);
  if (cut.versions !== undefined) {
    const numbers = cut.versions.map((version) => `${bind(version)}::integer`);
    conditions.push(numbers.length === 0 ? 'false' : `version in (${numbers.join(', ')})`);
  }
  if (cut.from !== undefined) conditions.push(`started >= ${bind(cut.from)}::bigint`);
  if (cut.to !== undefined) conditions.push(`started < ${bind(cut.to)}::bigint`);
  if (cut.client !== undefined) conditions.push(`client = ${bind(cut.client)}`);
  if (cut.channel !== undefined) conditions.push(`channel = ${bind(cut.channel)}`);
  if (cut.language !== undefined) conditions.push(`language = ${bind(cut.language)}`);
  if (cut.among !== undefined) {
    const { users, teams } = cut.among;
    conditions.push(`(${oneOf('agent', users.map(bind))} or (agent is null and ${oneOf('team', teams.map(bind))}))`);
  }
  return conditions.join(' and ');
}

function oneOf(column: string, values: readonly string[]): string {
  return values.length === 0 ? 'false' : `${column} in (${values.join(', ')})`;
}

function targetsOf(targets: readonly TargetTime[], bind: (value: ReplicaValue) => string): string {
  if (targets.length === 0) return `select '' as version, '' as element, 0::bigint as target where false`;
  const rows = targets.map((one) => `(${bind(one.version)}, ${bind(one.element)}, ${bind(one.target)}::bigint)`);
  return `select * from (values ${rows.join(', ')}) as t (version, element, target)`;
}
