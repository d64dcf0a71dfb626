import type { Outcome } from '#api/outcomes.ts';
import { abilities, allows, type Member } from '../who.ts';
import type { KnownOutcome } from './known.ts';

/** Pages write it themselves, from the revision that they show. */
export function tagOfOutcome({ revision }: Pick<KnownOutcome, 'revision'>): string {
  return `"${revision}"`;
}

export function presentOutcome(outcome: KnownOutcome, who: Member): Outcome {
  const { key, label, kind, own, retiredAt, mergedInto, revision } = outcome;
  const may = allows(who, 'outcomes.change');
  const retired = retiredAt !== null;
  return {
    key,
    label: { ...label },
    kind,
    own,
    retired,
    mergedInto,
    revision,
    abilities: abilities({
      rename: may,
      change: may && !own,
      retire: may && !own && !retired,
      restore: may && !own && retired,
      merge: may && !own && mergedInto === null,
      delete: may && !own,
    }),
  };
}
