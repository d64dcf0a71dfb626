import type { Person } from '#api/users.ts';
import type { UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listNames } from '#store/queries/people.ts';
import type { AccountScope } from '#store/scope.ts';

/** What those are called who did things in an account. */
export interface Names {
  of(id: string): Person;
}

/** Looks up many at once; somebody who is not known any more is shown by their id. */
export async function namesOf(scope: AccountScope, db: Db, ids: readonly string[]): Promise<Names> {
  const wanted = [...new Set(ids)];
  const known = wanted.length === 0 ? new Map<string, string>() : await listNames(scope, db, wanted);
  return { of: (id) => ({ id: id as UserId, name: known.get(id) ?? id }) };
}
