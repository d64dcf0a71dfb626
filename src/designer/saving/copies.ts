import type { AccountId } from '#prelude/ids.ts';
import { deleteContent } from './content.ts';
import { database, done } from './database.ts';

/** A working copy that this browser keeps. */
export interface LocalCopy {
  readonly id: string;
  /** The id inside the file. */
  readonly interaction: string;
  readonly name: string;
  readonly modifiedAt: number;
  readonly elements: number;
  /** Where it is kept on the server too. */
  readonly server?: { readonly account: AccountId; readonly copy: string };
  /** The version that it began from or was last published as. */
  readonly basedOn?: number;
}

/** The working copies of this browser, the last modified first. */
export async function localCopies(): Promise<readonly LocalCopy[]> {
  const store = (await database()).transaction('copies').objectStore('copies');
  const all: LocalCopy[] = await done(store.getAll());
  return all.sort((a, b) => b.modifiedAt - a.modifiedAt);
}

export async function localCopy(id: string): Promise<LocalCopy | undefined> {
  return done((await database()).transaction('copies').objectStore('copies').get(id));
}

export async function keepCopy(copy: LocalCopy): Promise<void> {
  await done((await database()).transaction('copies', 'readwrite').objectStore('copies').put(copy));
}

/** Changes what is known of a working copy; one that was forgotten meanwhile stays forgotten. */
export async function changeCopy(id: string, change: Partial<Omit<LocalCopy, 'id'>>): Promise<void> {
  const store = (await database()).transaction('copies', 'readwrite').objectStore('copies');
  const known = await done<LocalCopy | undefined>(store.get(id));
  if (known) await done(store.put({ ...known, ...change }));
}

/** Forgets a working copy of this browser with all that could be undone in it. */
export async function forgetCopy(id: string): Promise<void> {
  await done((await database()).transaction('copies', 'readwrite').objectStore('copies').delete(id));
  await deleteContent(id);
}
