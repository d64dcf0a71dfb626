import * as z from 'zod';
import { EFFECT_FAILURE_CODES } from './effect-failures.ts';
import { milliseconds } from './time.ts';

/** Characters of an answer that a trial shows. */
export const TRIAL_TEXT = 2_000;

/** What came of trying a connection or the mail server. */
export const trial = z.strictObject({
  status: z.enum(['done', 'failed', 'timed-out']),
  /** Why it failed; null where it did not. */
  code: z.enum(EFFECT_FAILURE_CODES).nullable(),
  /** A sentence for people: what happened and, where it failed, how to mend it. */
  message: z.string(),
  took: milliseconds,
  /** The status of the answer, where one came by HTTP. */
  http: z.int().nullable(),
  /** The media type of the answer, such as `application/json`. */
  type: z.string().nullable(),
  /** The first 2,000 characters of the answer. */
  text: z.string(),
  /** Whether the answer is longer than that. */
  cut: z.boolean(),
});

export type Trial = z.infer<typeof trial>;
