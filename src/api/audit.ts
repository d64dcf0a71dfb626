import * as z from 'zod';
import { accountId } from './identifier.ts';
import { list, paging } from './list.ts';
import { route } from './route.ts';
import { searchText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

/** One entry of the audit log: who, when, what, why. */
export const auditEntry = z.strictObject({
  /** Counted from 1 within the account, without gaps. */
  number: z.int(),
  at: instant,
  /** Null where the server did it itself. */
  who: person.nullable(),
  /** From the closed list of acts, such as `version.approved`. */
  what: z.string(),
  /** The object, such as `interaction:int_1` or `version:int_1/4`. */
  object: z.string(),
  /** The object in words, as it was called then. */
  title: z.string(),
  why: z.string().nullable(),
  /** What was set, by name. */
  details: z.record(z.string(), z.json()),
  /** Hex SHA-256 over this entry and the hash of the one before. */
  hash: z.string(),
});

export type AuditEntry = z.infer<typeof auditEntry>;

export const auditRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/audit',
    says: 'Lists the audit log, the newest entry first.',
    access: 'audit.read',
    params: z.strictObject({ account: accountId }),
    query: z.strictObject({
      ...paging,
      object: z.string().min(1).max(200).optional(),
      /** What was done to something of this name, or by somebody of it. */
      text: searchText.optional(),
    }),
    answers: { 200: list(auditEntry) },
  }),
};
