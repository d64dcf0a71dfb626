import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Binaries } from './binaries.ts';
import { giveTo, type Identity } from './identity.ts';
import { codeOf, type StartProblem } from './start-problem.ts';

/** The role that owns everything in a server we started. */
export const OWNER_ROLE = 'waymark_owner';

/**
 * The folder of the cluster inside `folder`, made when there is none. It is named for the server's major version
 * (`18`), because another major cannot read it.
 */
export async function ensureCluster(
  folder: string,
  binaries: Binaries,
  identity: Identity,
  environment: Readonly<Record<string, string>>,
  onCreate: () => void,
): Promise<Result<string, StartProblem>> {
  const cluster = join(folder, String(binaries.major));
  if (existsSync(cluster)) {
    giveTo(identity, cluster);
    return ok(cluster);
  }
  const other = readdirSync(folder).find((name) => /^\d+$/.test(name));
  if (other !== undefined) {
    return fail({
      code: 'database.other-major',
      message: `${folder} was written by PostgreSQL ${other}, but PostgreSQL ${binaries.major} is about to run. Make a backup with the Waymark that wrote it and restore that backup into an empty folder.`,
    });
  }
  onCreate();
  // Made under another name first: a cluster that has its name is whole, whatever interrupts us.
  const unfinished = mkdtempSync(join(folder, 'new-'));
  giveTo(identity, unfinished);
  const made = await initialise(unfinished, binaries, identity, environment);
  if (!made.ok) {
    rmSync(unfinished, { recursive: true, force: true });
    return made;
  }
  try {
    renameSync(unfinished, cluster);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
    // Another process was quicker; its cluster is as good as ours.
  }
  return ok(cluster);
}

async function initialise(
  folder: string,
  binaries: Binaries,
  identity: Identity,
  environment: Readonly<Record<string, string>>,
): Promise<Result<null, StartProblem>> {
  // Sorted by code point, independent of what the machine has installed; its own provider exists since version 17.
  const locale = binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C'];
  const words = [
    ...identity.prefix,
    binaries.initdb,
    ...[
      '-D',
      folder,
      '--username',
      OWNER_ROLE,
      '--auth=trust',
      '--encoding=UTF8',
      '--no-instructions',
      '--data-checksums',
    ],
    ...locale,
  ];
  const child = spawn(words[0] ?? binaries.initdb, words.slice(1), {
    ...identity.spawn,
    cwd: '/',
    env: { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const status = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code ?? 'killed'));
  });
  if (status === 0) return ok(null);
  return fail({
    code: 'database.failed',
    message: `PostgreSQL could not make a database in ${folder} (${status}): ${said.trim().slice(-1_000)}`,
  });
}
