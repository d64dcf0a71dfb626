import * as z from 'zod';
import type { AnswerSettings } from '#contract/answers/answer-kind.ts';
import { callOutputs, responseValues } from '#contract/call/call-outputs.ts';
import { callExpressions } from '#contract/call/call-places.ts';
import { callRequest } from '#contract/call/call-request.ts';
import { type CallSettings, callSettings, RESPONSE_SCOPE } from '#contract/call/call-settings.ts';
import type { EffectResult } from '#contract/effect.ts';
import type {
  AnswerOutcome,
  ExpressionPlace,
  GivenAnswer,
  Leave,
  ResumeOutcome,
  RunContext,
} from '#contract/element-type.ts';
import { type LocalizedText, localizedText } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';
import type { Json } from '#prelude/json.ts';
import { FIELD } from './field-name.ts';

/** A connection is asked whether the answer holds. */
export interface Verify extends CallSettings {
  /** FEEL text over what came back, and the answer's own variable. */
  readonly valid: string;
  readonly message: LocalizedText;
}

export const verify = z.strictObject({
  ...callSettings,
  valid: setting(z.string().max(10_000), {
    widget: 'expression',
    label: 'The answer holds when',
    help: 'What came back is called response: response.found = true.',
    expects: { kind: 'boolean' },
    adds: RESPONSE_SCOPE,
  }),
  message: setting(localizedText, {
    widget: 'localized-line',
    label: 'Said otherwise',
    help: 'What is wrong and how to mend it.',
  }),
}) as unknown as z.ZodType<Verify>;

export function verifyExpressions(check: Verify): readonly ExpressionPlace[] {
  return [
    ...callExpressions(check),
    {
      path: 'valid',
      source: check.valid,
      expects: { kind: 'boolean' },
      adds: RESPONSE_SCOPE,
      label: 'The answer holds when',
    },
  ];
}

/** Asks the connection; its inputs may read the answer, which is not in its variable yet. */
export function askOutside(check: Verify, answer: AnswerSettings, value: Json, context: RunContext): AnswerOutcome {
  const beside = { [answer.variable]: value };
  const request = callRequest(check, context, beside);
  if (request.ok) return { do: 'request', request: request.value };
  return { do: 'refuse', problems: [{ field: FIELD, code: request.error.code, message: request.error.message }] };
}

/** Takes the answer where the connection confirms it, or could not be asked and somebody goes on without. */
export function verdict(
  check: Verify,
  accepted: Leave & GivenAnswer,
  result: EffectResult,
  answer: AnswerSettings,
  context: RunContext,
): ResumeOutcome {
  if (result.status === 'skipped') return accepted;
  const refuse = (code: string, message: string): ResumeOutcome => ({
    do: 'refuse',
    problems: [{ field: FIELD, code, message }],
  });
  if (result.status !== 'done') return refuse('answer.not-verified', say(context.language, 'answer.not-verified'));
  const beside = { ...responseValues(result), [answer.variable]: accepted.answer ?? null };
  if (context.evaluate(check.valid, beside).value !== true) {
    return refuse('answer.check', context.words(check.message) || say(context.language, 'answer.check'));
  }
  return { ...accepted, sets: [...(accepted.sets ?? []), ...callOutputs(check, result, context)] };
}
