import type { Migration } from 'kysely/migration';
import { up as accounts } from './001-accounts.ts';
import { up as interactions } from './002-interactions.ts';
import { up as reviews } from './003-reviews.ts';
import { up as workingCopies } from './004-working-copies.ts';
import { up as sessions } from './005-sessions.ts';
import { up as audit } from './006-audit.ts';
import { up as erasedSessions } from './007-erased-sessions.ts';
import { up as files } from './011-files.ts';

/** All migrations in their order. A released one is never changed; a change is a new one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-accounts': { up: accounts },
  '002-interactions': { up: interactions },
  '003-reviews': { up: reviews },
  '004-working-copies': { up: workingCopies },
  '005-sessions': { up: sessions },
  '006-audit': { up: audit },
  '007-erased-sessions': { up: erasedSessions },
  '011-files': { up: files },
};
