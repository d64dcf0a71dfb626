import type { Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';

/** Carries a refusal out of a transaction, so that it is rolled back. */
class RolledBack<E> extends Error {
  readonly refusal: E;
  constructor(refusal: E) {
    super('rolled back');
    this.refusal = refusal;
  }
}

/** Does all of the work or, where it ends in a refusal or a fault, none of it. */
export async function inTransaction<T, E>(db: Db, work: (within: Db) => Promise<Result<T, E>>): Promise<Result<T, E>> {
  try {
    return await db.transaction().execute(async (within) => {
      const done = await work(within);
      if (!done.ok) throw new RolledBack(done.error);
      return done;
    });
  } catch (error) {
    if (error instanceof RolledBack) return { ok: false, error: error.refusal };
    throw error;
  }
}
