import type { Migration } from 'kysely/migration';
import * as accounts from './001-accounts.ts';
import * as interactions from './002-interactions.ts';
import * as reviews from './003-reviews.ts';
import * as workingCopies from './004-working-copies.ts';
import * as sessions from './005-sessions.ts';
import * as audit from './006-audit.ts';
import * as erasedSessions from './007-erased-sessions.ts';

/** All migrations in their order. A released one is never changed; a change is a new one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-accounts': accounts,
  '002-interactions': interactions,
  '003-reviews': reviews,
  '004-working-copies': workingCopies,
  '005-sessions': sessions,
  '006-audit': audit,
  '007-erased-sessions': erasedSessions,
};
