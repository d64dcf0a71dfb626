import * as z from 'zod';
import { LANGUAGE_PATTERN, type LocalizedText } from '#contract/localized-text.ts';
import { OUTCOME_KINDS, OUTCOME_LENGTH, OUTCOME_PATTERN } from '#contract/outcome.ts';
import { LIMITS } from '#prelude/limits.ts';
import { accountId } from './identifier.ts';
import { list } from './list.ts';
import { reference } from './references.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';

/** The short word for an outcome that stands in files, in the log and in reports. */
export const outcomeKey = z
  .string()
  .max(OUTCOME_LENGTH)
  .regex(OUTCOME_PATTERN, 'a key is a short name of letters, digits, spaces and dashes');

const label: z.ZodType<LocalizedText> = z
  .record(z.string().regex(LANGUAGE_PATTERN, 'a language is written like en or pt-BR'), nameText)
  .refine((texts) => Object.keys(texts).length > 0, 'write the label in one language at least')
  .refine((texts) => Object.keys(texts).length <= LIMITS.languages, `a label has up to ${LIMITS.languages} languages`);

export const outcome = z.strictObject({
  key: outcomeKey,
  /** Per language. */
  label: z.record(z.string(), z.string()),
  kind: z.enum(OUTCOME_KINDS),
  /** Sessions have it by themselves: it can be called otherwise, never taken away. */
  own: z.boolean(),
  /** Still shown where it is, offered to nobody any more. */
  retired: z.boolean(),
  /** Counted and shown as this one. */
  mergedInto: outcomeKey.nullable(),
  /** Counted up with each change; `"3"` is the ETag of revision 3. */
  revision: z.int(),
  abilities: z.array(z.enum(['rename', 'change', 'retire', 'restore', 'merge', 'delete'])),
});

export type Outcome = z.infer<typeof outcome>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ outcome: outcomeKey });

/** How sessions end: the disposition codes of the account, shared by all its Interactions. */
export const outcomeRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/outcomes',
    says: 'Lists all outcomes: those of the account in its order, then those that sessions have by themselves.',
    access: 'outcomes.read',
    params,
    answers: { 200: list(outcome) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/outcomes',
    says: 'Makes an outcome, the last in order. Its key is its own for ever.',
    access: 'outcomes.change',
    params,
    body: z.strictObject({ key: outcomeKey, label, kind: z.enum(OUTCOME_KINDS) }),
    answers: { 201: outcome },
    tagged: true,
  }),
  arrange: route({
    method: 'PATCH',
    path: '/accounts/:account/outcomes',
    says: 'Puts the outcomes of the account into an order; those not named come after.',
    access: 'outcomes.change',
    params,
    body: z.strictObject({ order: z.array(outcomeKey).max(LIMITS.outcomes) }),
    answers: { 200: list(outcome) },
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/outcomes/:outcome',
    says: 'Changes label, kind or use of an outcome. Of those that sessions have by themselves: the label.',
    access: 'outcomes.change',
    params: one,
    body: z.strictObject({
      label: label.optional(),
      kind: z.enum(OUTCOME_KINDS).optional(),
      retired: z.boolean().optional(),
    }),
    answers: { 200: outcome },
    tagged: true,
  }),
  merge: route({
    method: 'POST',
    path: '/accounts/:account/outcomes/:outcome/merge',
    says: 'Retires an outcome in favour of another one, as which reports show and count it from now on.',
    access: 'outcomes.change',
    params: one,
    body: z.strictObject({ into: outcomeKey }),
    answers: { 200: outcome },
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/outcomes/:outcome',
    says: 'Deletes an outcome that no Interaction gives and no session ended with.',
    access: 'outcomes.change',
    params: one,
    answers: { 204: nothing },
  }),
  uses: route({
    method: 'GET',
    path: '/accounts/:account/outcomes/:outcome/uses',
    says: 'Shows which versions and working copies end with an outcome, and how many sessions did.',
    access: 'outcomes.read',
    params: one,
    answers: { 200: list(reference).extend({ sessions: z.int() }) },
  }),
};
