import type { EffectResult } from '#contract/effect.ts';
import type { ComparedValues } from '#expressions/compared-values.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import type { Place, Program } from '../program.ts';
import { sameJson } from '../same-json.ts';
import type { SessionState } from '../state.ts';
import { modelContext } from './model-context.ts';

/** What is done next: a page answered, or the result of an effect. */
export type Move =
  | { readonly at: ElementPath; readonly answer?: Json }
  | { readonly at: ElementPath; readonly result: EffectResult };

/** Answers tried on one page at the most. */
const MOST = 40;

/** Everything worth doing where a session waits, by what the element itself says is possible there. */
export function movesFrom(program: Program, state: SessionState, tried: ComparedValues): readonly Move[] {
  const place = program.find(state.at);
  if (!place) return [];
  const { type, settings } = place.node;
  const domain = type.domain(settings, modelContext(place));
  const held = state.effects?.some(({ holds }) => holds);
  if (held) {
    const results = domain.results ?? [{ status: 'done' as const }];
    return results.map((result) => ({ at: state.at, result }));
  }
  const answers = unlike([...domain.samples, ...nearSamples(domain.samples, place, tried)]).slice(0, MOST);
  return answers.map((answer) => (answer === undefined ? { at: state.at } : { at: state.at, answer }));
}

/** The values that rules compare with, in place of the samples: as a whole, or as a member of a form's answer. */
function nearSamples(samples: readonly (Json | undefined)[], { node }: Place, tried: ComparedValues): readonly Json[] {
  const [sample] = samples;
  return node.type.makes(node.settings).flatMap(({ key }) => {
    const values = tried.get(key) ?? [];
    return isJsonObject(sample) && Object.hasOwn(sample, key)
      ? values.map((value) => ({ ...sample, [key]: value }))
      : values;
  });
}

function unlike(values: readonly (Json | undefined)[]): readonly (Json | undefined)[] {
  const kept: (Json | undefined)[] = [];
  for (const value of values) if (!kept.some((other) => sameJson(other, value))) kept.push(value);
  return kept;
}
