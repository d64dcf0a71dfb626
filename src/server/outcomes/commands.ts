import { counts } from '#api/references.ts';
import { GIVEN_OWN_OUTCOMES, type OutcomeKind } from '#contract/outcome.ts';
import type { JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import {
  arrangeOutcomes,
  countSessionsWithOutcome,
  deleteOutcome,
  insertOutcomes,
  lockOutcomes,
  type OutcomeRow,
  updateOutcome,
} from '#store/queries/outcomes.ts';
import { announce } from '../announce.ts';
import { tagMatches } from '../http/etag.ts';
import { type Act, type Doer, record } from '../record.ts';
import type { KnownReferences } from '../references/known-references.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type KnownOutcome, labelOf, outcomesFrom } from './known.ts';
import { tagOfOutcome } from './present.ts';

type Label = OutcomeRow['label'];
type Done = Result<undefined, Refusal>;

export interface OutcomeOrder {
  readonly key: string;
  readonly label: Label;
  readonly kind: OutcomeKind;
}

export async function makeOutcome(doer: Doer, order: OutcomeOrder): Promise<Done> {
  const outcomes = await locked(doer);
  if (outcomes.some(({ key }) => sameWord(key, order.key))) return refuse('outcome.key-taken');
  if (outcomes.filter(({ own }) => !own).length >= LIMITS.outcomes) return refuse('outcome.too-many');
  await insertOutcomes(doer.who.scope, doer.db, [order]);
  await tell(doer, 'outcome.made', order, { after: { label: order.label, kind: order.kind } });
  return ok(undefined);
}

export async function changeOutcome(
  doer: Doer,
  key: string,
  changes: {
    readonly label?: Label | undefined;
    readonly kind?: OutcomeKind | undefined;
    readonly retired?: boolean | undefined;
  },
  ifMatch: string | undefined,
): Promise<Done> {
  const { who, db, now } = doer;
  const before = (await locked(doer)).find((outcome) => outcome.key === key);
  if (!before) return refuse('not-found');
  if (!tagMatches(ifMatch, tagOfOutcome(before))) return refuse('object.changed');
  if (before.own && (changes.kind !== undefined || changes.retired !== undefined)) return refuse('outcome.own');
  const { label = before.label, kind = before.kind, retired = before.retiredAt !== null } = changes;
  const was = facesOf(before);
  const becomes = { label, kind, retired };
  if (JSON.stringify(was) === JSON.stringify(becomes)) return ok(undefined);
  // It has a row of its own from the moment on that it is called otherwise.
  if (before.own && before.revision === 0) await insertOutcomes(who.scope, db, [{ key, label, kind }]);
  else {
    await updateOutcome(who.scope, db, key, {
      label,
      kind,
      ...(retired ? { retired_at: before.retiredAt ?? now } : { retired_at: null, merged_into: null }),
    });
  }
  await tell(doer, 'outcome.changed', { key, label }, { before: was, after: becomes });
  return ok(undefined);
}

/** From now on the one counts as the other; what counted as the one before comes along. */
export async function mergeOutcome(doer: Doer, key: string, into: string): Promise<Done> {
  const { who, db, now } = doer;
  const outcomes = await locked(doer);
  const before = outcomes.find((outcome) => outcome.key === key);
  if (!before) return refuse('not-found');
  if (before.own) return refuse('outcome.own');
  const target = outcomes.find((outcome) => outcome.key === into);
  const isTarget = target && target.key !== key && target.mergedInto === null && target.retiredAt === null;
  if (!isTarget || (target.own && !GIVEN_OWN_OUTCOMES.includes(into))) return refuse('outcome.not-a-target');
  for (const one of outcomes.filter((outcome) => outcome.key === key || outcome.mergedInto === key)) {
    await updateOutcome(who.scope, db, one.key, { merged_into: into, retired_at: one.retiredAt ?? now });
  }
  await tell(doer, 'outcome.merged', before, { into: labelOf(outcomes, into, 'en', 'en') });
  return ok(undefined);
}

/** Those that are left out keep their order behind the others. */
export async function putInOrder(doer: Doer, order: readonly string[]): Promise<Done> {
  const outcomes = (await locked(doer)).filter(({ own }) => !own).map(({ key }) => key);
  const named = [...new Set(order)].filter((key) => outcomes.includes(key));
  const keys = [...named, ...outcomes.filter((key) => !named.includes(key))];
  if (keys.join('\n') === outcomes.join('\n')) return ok(undefined);
  await arrangeOutcomes(doer.who.scope, doer.db, keys);
  await announce(doer.who.scope, doer.db, { kind: 'outcomes.changed' });
  const on = { object: `account:${doer.who.account}`, title: 'the outcomes' };
  await record(doer, 'outcomes.arranged', on, { details: { order: keys } });
  return ok(undefined);
}

/** Only of one that was never given: reports would show a word that nobody can explain. */
export async function removeOutcome(doer: Doer, knownReferences: KnownReferences, key: string): Promise<Done> {
  const { who, db } = doer;
  const outcomes = await locked(doer);
  const before = outcomes.find((outcome) => outcome.key === key);
  if (!before) return refuse('not-found');
  if (before.own) return refuse('outcome.own');
  if (outcomes.some(({ mergedInto }) => mergedInto === key)) return refuse('outcome.in-use');
  if ((await countSessionsWithOutcome(who.scope, db, key)) > 0) return refuse('outcome.in-use');
  const look = { scope: who.scope, db, knownReferences };
  const uses = (await referencesTo(look, { kind: 'outcome', key })).filter(counts);
  if (uses.length > 0) return refuse('outcome.in-use', { beside: { uses } });
  await deleteOutcome(who.scope, db, key);
  await tell(doer, 'outcome.deleted', before, { before: facesOf(before) });
  return ok(undefined);
}

async function locked({ who, db }: Doer): Promise<readonly KnownOutcome[]> {
  return outcomesFrom(await lockOutcomes(who.scope, db));
}

/** `Call back` and `call_back` would be told apart by nobody. */
function sameWord(a: string, b: string): boolean {
  const word = (text: string) => text.toLowerCase().replace(/[ _-]+/g, ' ');
  return word(a) === word(b);
}

function facesOf({ label, kind, retiredAt }: KnownOutcome) {
  return { label, kind, retired: retiredAt !== null };
}

async function tell(
  doer: Doer,
  act: Act,
  { key, label }: Pick<KnownOutcome, 'key' | 'label'>,
  details: JsonObject,
): Promise<void> {
  const { who, db } = doer;
  await announce(who.scope, db, { kind: 'outcomes.changed' });
  const title = Object.values(label)[0] ?? key;
  await record(doer, act, { object: `outcome:${key}`, title }, { details });
}
