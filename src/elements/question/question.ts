import * as z from 'zod';
import { ANSWER_KINDS, kindOf } from '#contract/answers/answer-kinds.ts';
import { type AnswerUnion, answerUnion } from '#contract/answers/answer-union.ts';
import { answerExpressions, answerTexts, fieldFor, takeAnswer } from '#contract/answers/ask.ts';
import { MASK } from '#contract/answers/mask.ts';
import { callReferences, callTemplates } from '#contract/call/call-places.ts';
import { NEW_CALL } from '#contract/call/call-settings.ts';
import type { EffectResult } from '#contract/effect.ts';
import {
  type AnswerOutcome,
  elementType,
  type GivenAnswer,
  type Leave,
  type RunContext,
} from '#contract/element-type.ts';
import { localizedText, textIn } from '#contract/localized-text.ts';
import { below } from '#contract/places-below.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';
import type { Json } from '#prelude/json.ts';
import type { Mutable } from '#prelude/mutable.ts';
import { FIELD } from './field-name.ts';
import { questionProblems } from './question-problems.ts';
import { askOutside, type Verify, verdict, verify, verifyExpressions } from './verify.ts';

const settings = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    formatted: true,
    label: 'Question',
    help: 'What is asked. Type { to put in an earlier answer.',
  }),
  answer: answerUnion,
  verify: verify.optional(),
});

export interface QuestionSettings {
  readonly text: { readonly [language: string]: string };
  readonly answer: AnswerUnion;
  /** The answer is asked about outside before it is taken. */
  readonly verify?: Verify | undefined;
}

export const question = elementType<QuestionSettings>({
  type: 'question',
  version: 1,
  migrations: [],
  title: 'Question',
  description: 'Asks for one answer and keeps it in a variable that it makes by itself.',
  icon: 'circle-help',
  group: 'page',
  letter: 'q',
  settings: settings as unknown as z.ZodType<QuestionSettings>,
  defaults: ({ id, language }) => ({
    text: { [language]: '' },
    answer: firstKind().defaults(id.replace(/^[a-z]+_(?=[a-z])/, '')),
  }),
  exits: ({ answer }) => kindOf(answer).exits(answer),
  summary: ({ text }, language) => textIn(text, language, language),
  texts: ({ text, answer, verify: check }) => [
    { path: 'text', text, formatted: true, label: 'Question' },
    ...answerTexts(answer).map((place) => ({ ...place, path: `answer.${place.path}` })),
    ...(check ? [{ path: 'verify.message', text: check.message, formatted: false, label: 'Said otherwise' }] : []),
  ],
  expressions: ({ answer, verify: check }) => [
    ...answerExpressions(answer).map((place) => ({ ...place, path: `answer.${place.path}` })),
    ...(check ? verifyExpressions(check).map((place) => ({ ...place, path: `verify.${place.path}` })) : []),
  ],
  makes: ({ answer }) => {
    const kind = kindOf(answer);
    return [{ key: answer.variable, type: kind.type(answer), ...(kind.secret ? { secret: true as const } : {}) }];
  },
  offers: ({ answer }, variable, context) =>
    variable === answer.variable ? (kindOf(answer).offers?.(answer, context) ?? []) : [],
  shows: ({ answer }, variable, value) =>
    variable === answer.variable ? kindOf(answer).shows?.(answer, value) : undefined,
  writes: ({ answer, verify: check }) => [answer.variable, ...(check?.outputs ?? []).map(({ variable }) => variable)],
  templates: ({ verify: check }) => (check ? below('verify', callTemplates(check)) : []),
  references: ({ verify: check }) => (check ? below('verify', callReferences(check)) : []),
  problems: questionProblems,
  domain: ({ answer, verify: check }, context) => {
    const kind = kindOf(answer);
    const options = kind
      .exits(answer)
      .flatMap((exit) => (exit.connectors === 'options' ? context.options(exit.name) : []));
    const without = mustAnswer(answer) ? [] : [undefined];
    return {
      samples: [...kind.samples(answer, options), ...without],
      ...(check ? { results: [sampleOf(check)] } : {}),
    };
  },
  enter: () => ({ do: 'wait' }),
  page: ({ text, answer }, context) => {
    const asked = { name: FIELD, label: context.words(text), earlier: context.suggestion };
    const field = fieldFor(answer, context, { ...asked, required: mustAnswer(answer) });
    const leavesAtOnce = field.required && kindOf(answer).leavesAtOnce(answer);
    return {
      text: context.text(text),
      fields: [field],
      ...(leavesAtOnce ? {} : { next: say(context.language, 'page.next') }),
    };
  },
  answer: answered,
  awaits: (_settings, { language }) => ({ label: say(language, 'page.verifying'), skippable: true }),
  sample: ({ verify: check }) => sampleOf(check),
  forPlayer: (chosen) => (chosen.verify ? { ...chosen, verify: SOME_CHECK } : chosen),
  resume: (chosen, result, effect, context) => {
    const again = effect.answer === undefined ? undefined : accept(chosen, effect.answer, context);
    if (again?.do !== 'leave') return again?.do === 'refuse' ? again : { do: 'stay' };
    return chosen.verify ? verdict(chosen.verify, again, result, chosen.answer, context) : again;
  },
});

/** That a connection is asked, but nothing of what or how. */
const SOME_CHECK: Verify = { ...NEW_CALL, valid: '', message: {} };

/** Without a sample nobody knows what would be said: the answer is taken as if somebody went on without the check. */
function sampleOf(check: Verify | undefined): EffectResult {
  return check?.sample === undefined ? { status: 'skipped' } : { status: 'done', value: check.sample };
}

function answered(chosen: QuestionSettings, input: Json | undefined, context: RunContext): AnswerOutcome {
  const outcome = accept(chosen, input, context);
  if (outcome.do !== 'leave' || !chosen.verify || outcome.answer === undefined) return outcome;
  return askOutside(chosen.verify, chosen.answer, outcome.answer, context);
}

/** What becomes of an answer, as far as the question itself decides. */
function accept({ answer }: QuestionSettings, input: Json | undefined, context: RunContext): AnswerOutcome {
  const kind = kindOf(answer);
  const taken = takeAnswer(answer, input, context, { name: FIELD, required: mustAnswer(answer) });
  if (!taken.ok) return { do: 'refuse', problems: [taken.problem] };
  const { value, shown, option, set } = taken;
  // Every answer to a Question comes through here, so what may be missing is added and not spread, which is far slower.
  const leave: Mutable<Leave & GivenAnswer> = { do: 'leave', exit: kind.exitFor(answer, value), sets: [set] };
  if (option !== undefined) leave.option = option;
  if (value === undefined) return leave;
  // The variable may be secret though the kind of answer is not.
  if (kind.secret || context.isSecret(answer.variable)) leave.secret = true;
  else leave.answer = value;
  leave.shown = leave.secret ? MASK : shown;
  return leave;
}

/** Where answers lead to different places there is no way on without one, whatever the setting says. */
export function mustAnswer(answer: AnswerUnion): boolean {
  if (answer.required !== false) return true;
  const ways = kindOf(answer)
    .exits(answer)
    .filter(({ onlyOffers }) => !onlyOffers);
  return ways.length > 1 || ways.some(({ connectors }) => connectors === 'options');
}

function firstKind() {
  const [first] = ANSWER_KINDS;
  if (!first) throw new Error('Broken invariant: there are answer kinds');
  return first;
}
