// `node scripts/complete-lockfile.mjs`, after `npm install NAME@VERSION`: adds to package-lock.json what npm leaves out.
//
// Tools with native code bring one optional package for each platform. Where the registry at hand (a mirror, a cache)
// lacks those of other platforms, npm writes a lockfile without them, and `npm ci` then refuses that very lockfile. Their
// names and versions stand in the package that asks for them, and their platform in their name: enough for an entry.
// With `--check` it only tells whether something is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { missingOptionals } from './steps/lockfile.mjs';
import { ROOT } from './steps/project.mjs';

const path = join(ROOT, 'package-lock.json');
const lockfile = JSON.parse(readFileSync(path, 'utf8'));
const missing = missingOptionals(lockfile.packages);
if (process.argv.includes('--check')) {
  for (const { place } of missing) process.stdout.write(`package-lock.json lacks ${place}\n`);
  if (missing.length > 0) process.stdout.write('`node scripts/complete-lockfile.mjs` adds them.\n');
  process.exitCode = missing.length > 0 ? 1 : 0;
} else {
  for (const { place, entry } of missing) lockfile.packages[place] = entry;
  const { '': root, ...rest } = lockfile.packages;
  const inOrder = Object.entries(rest).sort(([a], [b]) => a.localeCompare(b, 'en'));
  lockfile.packages = { '': root, ...Object.fromEntries(inOrder) };
  writeFileSync(path, `${JSON.stringify(lockfile, null, 2)}\n`);
  process.stdout.write(`${missing.length} packages of other platforms added to package-lock.json\n`);
}
