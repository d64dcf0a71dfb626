import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { step } from './run.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

const STAMP = 'node_modules/.waymark-installed';

/** Installs the packages of the lockfile where they are missing or the lockfile has changed since. */
export async function install() {
  const folder = join(ROOT, 'node_modules');
  // A linked folder belongs to another checkout, which installs into it.
  if (existsSync(folder) && lstatSync(folder).isSymbolicLink()) return;
  const wanted = `${stampOf(['package-lock.json', '.npmrc'])} ${process.platform} ${process.arch}`;
  if (readStamp(STAMP) === wanted) return;
  const args = ['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const code = npm?.endsWith('.js')
    ? await step('Installing packages', process.execPath, [npm, ...args])
    : await step('Installing packages', process.platform === 'win32' ? 'npm.cmd' : 'npm', args);
  if (code !== 0) {
    process.stderr.write('The packages could not be installed. Is the network there? Run the same command again.\n');
    process.exit(1);
  }
  writeStamp(STAMP, wanted);
}
