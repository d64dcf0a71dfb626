import type { EffectResult } from '#contract/effect.ts';
import { isJsonObject, type Json, type JsonObject, own } from '#prelude/json.ts';
import type { ResultFor } from './perform-sample.ts';

/**
 * Results as scripts and tests write them: by element, or by `element.button`, either what came back, or an object whose
 * `status` says how it ended (`failed`, `timed-out`, `skipped`, `done`), or a list with one of these for each request, in
 * order. A request past the end of its list gets the sample.
 */
export function givenResults(effects: JsonObject): ResultFor {
  const asked = new Map<string, number>();
  return (element, button) => {
    const key = button === undefined ? element : `${element}.${button}`;
    const given = own(effects, key);
    if (given === undefined) return undefined;
    if (!Array.isArray(given)) return resultOf(given);
    const count = asked.get(key) ?? 0;
    asked.set(key, count + 1);
    const next: Json | undefined = given[count];
    return next === undefined ? undefined : resultOf(next);
  };
}

function resultOf(given: Json): EffectResult {
  if (!isJsonObject(given)) return { status: 'done', value: given };
  const { status, value, http, code, message } = given;
  const answered = typeof http === 'number' ? { http } : {};
  switch (status) {
    case 'done':
      return { status, ...(value === undefined ? {} : { value }), ...answered };
    case 'failed':
      return {
        status,
        code: typeof code === 'string' ? code : 'effect.failed',
        message: typeof message === 'string' ? message : 'It failed',
        ...answered,
      };
    case 'timed-out':
    case 'skipped':
      return { status };
    default:
      return { status: 'done', value: given };
  }
}
