import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { StartProblem } from './start-problem.ts';

/** The user *nobody*, which every Linux has. */
const NOBODY = 65_534;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, and `initdb` as a user without a name:
 * root becomes *nobody*; where nobody may not enter the folders, and for a nameless user, a user namespace is made
 * in which we are called nobody while the files stay ours.
 */
export interface Identity {
  /** Put before every command. */
  readonly prefix: readonly string[];
  /** Options of `spawn`. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** Who must own the files, or null where they are ours anyway. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

const OURSELVES: Identity = { prefix: [], spawn: {}, owner: null };

const NAMESPACE = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];

/** Chooses the user who can enter all of `folders`. */
export function chooseIdentity(folders: readonly string[]): Result<Identity, StartProblem> {
  const uid = process.getuid?.() ?? 0;
  if (uid !== 0 && hasName()) return ok(OURSELVES);
  if (uid === 0) {
    const nobody = { uid: NOBODY, gid: NOBODY };
    if (canEnter(folders, nobody)) return ok({ prefix: [], spawn: nobody, owner: nobody });
  }
  if (spawnSync('unshare', [...NAMESPACE.slice(1), 'true']).status === 0) {
    return ok({ prefix: NAMESPACE, spawn: {}, owner: uid === 0 ? { uid: 0, gid: 0 } : null });
  }
  return fail({
    code: 'database.root',
    message:
      uid === 0
        ? `PostgreSQL does not run as root, and the user nobody cannot enter ${folders.join(' or ')}. Start Waymark as another user, put its data into a folder that others may enter (WAYMARK_DATA), or set DATABASE_URL.`
        : `The user ${uid} has no name, which PostgreSQL needs. Add one to /etc/passwd or set DATABASE_URL.`,
  });
}

function hasName(): boolean {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
}

function canEnter(folders: readonly string[], user: { uid: number; gid: number }): boolean {
  const script = 'for folder; do cd "$folder" || exit 1; done';
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...folders], { ...user, stdio: 'ignore' }).status === 0;
}

/** Gives a folder and all in it to the identity. The folder itself comes last, so that an interrupted turn is made again. */
export function giveTo(identity: Identity, folder: string): void {
  if (identity.owner === null) return;
  const { uid, gid } = identity.owner;
  if (lstatSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) giveTo(identity, path);
    else if (!entry.isSymbolicLink()) chownSync(path, uid, gid);
  }
  chownSync(folder, uid, gid);
}
