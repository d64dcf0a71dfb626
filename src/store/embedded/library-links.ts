import { accessSync, chmodSync, constants, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import * as z from 'zod';
import type { Binaries } from './binaries.ts';
import { codeOf } from './start-problem.ts';

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * An npm tarball carries no symbolic links; the package makes them in an install script, which we do not allow to run.
 * So they are made here at the first start: beside the libraries, or, where the package's folder may not be written,
 * in `fallback`. Any number of processes may do this at once.
 *
 * @returns the environment variables with which the binaries find their libraries
 */
export function linkLibraries(binaries: Binaries, fallback: string): Record<string, string> {
  const { native } = binaries;
  if (native === null) return {};
  makeRunnable([binaries.postgres, binaries.initdb]);
  const root = dirname(native);
  const links = Links.parse(JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')));
  try {
    for (const link of links) {
      const target = join(root, link.target);
      makeLink(relative(dirname(target), join(root, link.source)), target);
    }
    return {};
  } catch (error) {
    if (!isReadOnly(error)) throw error;
  }
  mkdirSync(fallback, { recursive: true, mode: 0o755 });
  for (const link of links) makeLink(join(root, link.source), join(fallback, basename(link.target)));
  const path = `${fallback}:${join(native, 'lib')}`;
  return process.platform === 'darwin' ? { DYLD_LIBRARY_PATH: path } : { LD_LIBRARY_PATH: path };
}

function makeLink(source: string, target: string): void {
  try {
    symlinkSync(source, target);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error; // Made before, or by another process just now.
  }
}

function makeRunnable(files: readonly string[]): void {
  for (const file of files) {
    try {
      accessSync(file, constants.X_OK);
    } catch {
      chmodSync(file, 0o755);
    }
  }
}

function isReadOnly(error: unknown): boolean {
  const code = codeOf(error);
  return code === 'EROFS' || code === 'EACCES' || code === 'EPERM';
}
