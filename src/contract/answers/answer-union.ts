import * as z from 'zod';
import type { AnswerSettings } from './answer-kind.ts';
import { ANSWER_KINDS } from './answer-kinds.ts';

/** The settings of any kind of answer; what a kind has beyond these is its own matter. */
export type AnswerUnion = AnswerSettings;

const members = ANSWER_KINDS.map(({ kind, settings }) => {
  if (!(settings instanceof z.ZodObject)) throw new Error(`Broken invariant: the settings of ${kind} are an object`);
  return settings;
});

const [first, ...rest] = members;
if (!first) throw new Error('Broken invariant: there are answer kinds');

/** The schema of the setting `answer`: one member per kind, told apart by `kind`. */
export const answerUnion = z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<AnswerUnion>;
