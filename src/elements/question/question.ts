import * as z from 'zod';
import type { AnswerKind } from '#contract/answers/answer-kind.ts';
import { ANSWER_KINDS, kindOf } from '#contract/answers/answer-kinds.ts';
import { type AnswerOutcome, elementType, type RunContext } from '#contract/element-type.ts';
import { type LocalizedText, localizedText, textIn } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import { type AnswerUnion, answerUnion } from './answer-union.ts';
import { questionProblems } from './question-problems.ts';

const settings = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    label: 'Question',
    help: 'What is asked. Type { to put in an earlier answer.',
  }),
  answer: answerUnion,
});

export interface QuestionSettings {
  readonly text: { readonly [language: string]: string };
  readonly answer: AnswerUnion;
}

/** The name of the page's only field. */
const FIELD = 'answer';

export const question = elementType<QuestionSettings>({
  type: 'question',
  version: 1,
  migrations: [],
  title: 'Question',
  description: 'Asks for one answer and keeps it in a variable that it makes by itself.',
  icon: 'circle-help',
  group: 'page',
  letter: 'q',
  settings,
  defaults: ({ id, language }) => ({
    text: { [language]: '' },
    answer: firstKind().defaults(id.replace(/^[a-z]+_(?=[a-z])/, '')),
  }),
  exits: ({ answer }) => kindOf(answer).exits(answer),
  summary: ({ text }, language) => textIn(text, language, language),
  texts: ({ text, answer }) => [
    { path: 'text', text, formatted: true, label: 'Question' },
    ...kindOf(answer)
      .texts(answer)
      .map((place) => ({ ...place, path: `answer.${place.path}` })),
  ],
  expressions: () => [],
  makes: ({ answer }) => [{ key: answer.variable, type: kindOf(answer).type(answer) }],
  writes: ({ answer }) => [answer.variable],
  problems: questionProblems,
  domain: ({ answer }, context) => {
    const kind = kindOf(answer);
    const options = kind
      .exits(answer)
      .flatMap((exit) => (exit.connectors === 'options' ? context.options(exit.name) : []));
    return { samples: kind.samples(answer, options) };
  },
  enter: () => ({ do: 'wait' }),
  page: ({ text, answer }, context) => {
    const kind = kindOf(answer);
    const asking = ask(kind, answer, context);
    return {
      text: context.text(text),
      fields: [
        {
          name: FIELD,
          kind: kind.kind,
          label: context.words(text),
          required: answer.required !== false,
          limits: kind.limits(answer, asking),
          ...(answer.hint ? { hint: context.words(answer.hint) } : {}),
          ...(asking.options.length > 0 ? { options: asking.options } : {}),
          ...(context.suggestion === undefined ? {} : { value: context.suggestion }),
        },
      ],
      ...(kind.leavesAtOnce(answer) ? {} : { next: say(context.language, 'page.next') }),
    };
  },
  answer: ({ answer }, input, context) => takeAnswer(answer, input, context),
});

function firstKind(): AnswerKind {
  const [first] = ANSWER_KINDS;
  if (!first) throw new Error('Broken invariant: there are answer kinds');
  return first;
}

function ask(kind: AnswerKind, answer: AnswerUnion, context: RunContext) {
  const exit = kind.exits(answer).find(({ connectors }) => connectors === 'options');
  return {
    language: context.language,
    now: context.now,
    options: exit ? context.options(exit.name) : [],
    words: (text: LocalizedText) => context.words(text),
    show: (value: Json, type: ValueType) => context.show(value, type),
  };
}

function takeAnswer(answer: AnswerUnion, input: Json | undefined, context: RunContext): AnswerOutcome {
  const kind = kindOf(answer);
  const cause = { by: FIELD };
  if (input === undefined || input === null || input === '') {
    // A choice or a yes and no have no way out without an answer, whatever the setting says.
    if (answer.required !== false || kind.leavesAtOnce(answer) || kind.exits(answer).length > 1) {
      return refuse('answer.required', say(context.language, 'answer.required'));
    }
    return { do: 'leave', exit: kind.exitFor(answer, undefined), sets: [{ key: answer.variable, cause }] };
  }
  const read = kind.read(answer, input, ask(kind, answer, context));
  if (!read.ok) return refuse(read.problem.code, read.problem.message);
  return {
    do: 'leave',
    exit: kind.exitFor(answer, read.value),
    ...(read.option ? { option: read.option } : {}),
    answer: read.value,
    shown: read.shown,
    sets: [{ key: answer.variable, value: read.value, cause }],
  };
}

function refuse(code: string, message: string): AnswerOutcome {
  return { do: 'refuse', problems: [{ field: FIELD, code, message }] };
}
