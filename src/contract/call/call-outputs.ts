import type { Json } from '#prelude/json.ts';
import type { EffectResult } from '../effect.ts';
import type { Assignment, RunContext } from '../element-type.ts';
import type { CallSettings } from './call-settings.ts';

/** The names that outputs read: see {@link RESPONSE_SCOPE}. */
export function responseValues(result: EffectResult & { readonly status: 'done' }): {
  readonly response: Json;
  readonly http_status: number;
} {
  return { response: result.value ?? null, http_status: result.http ?? 200 };
}

/** What a call that came back sets. An output that cannot be read unsets its variable. */
export function callOutputs(
  { outputs }: CallSettings,
  result: EffectResult & { readonly status: 'done' },
  context: RunContext,
): readonly Assignment[] {
  const beside = responseValues(result);
  return outputs.map(({ variable: key, value: expression }, index) => {
    const { value } = context.evaluate(expression, beside);
    const cause = { by: `outputs.${index}`, expression };
    return value === null ? { key, cause } : { key, value, cause };
  });
}

/** The result that previews and tests get: the sample answer, else a call that found nothing out. */
export function sampleResult({ sample }: CallSettings): EffectResult {
  return { status: 'done', http: 200, ...(sample === undefined ? {} : { value: sample }) };
}
