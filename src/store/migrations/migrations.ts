import type { Migration } from 'kysely/migration';
import { up as accounts } from './001-accounts.ts';
import { up as interactions } from './002-interactions.ts';
import { up as reviews } from './003-reviews.ts';
import { up as workingCopies } from './004-working-copies.ts';
import { up as sessions } from './005-sessions.ts';
import { up as audit } from './006-audit.ts';
import { up as erasedSessions } from './007-erased-sessions.ts';
import { up as connections } from './008-connections.ts';
import { up as accountValues } from './009-account-values.ts';
import { up as effects } from './010-effects.ts';
import { up as files } from './011-files.ts';
import { up as versionPins } from './012-version-pins.ts';
import { up as versionTests } from './013-version-tests.ts';
import { up as emptiedTrash } from './014-emptied-trash.ts';
import { up as sameContentAgain } from './015-same-content-again.ts';

/** All migrations in their order. A released one is never changed; a change is a new one. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-accounts': { up: accounts },
  '002-interactions': { up: interactions },
  '003-reviews': { up: reviews },
  '004-working-copies': { up: workingCopies },
  '005-sessions': { up: sessions },
  '006-audit': { up: audit },
  '007-erased-sessions': { up: erasedSessions },
  '008-connections': { up: connections },
  '009-account-values': { up: accountValues },
  '010-effects': { up: effects },
  '011-files': { up: files },
  '012-version-pins': { up: versionPins },
  '013-version-tests': { up: versionTests },
  '014-emptied-trash': { up: emptiedTrash },
  '015-same-content-again': { up: sameContentAgain },
};
