import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';
import { step } from './run.mjs';
import { readStamp, stampOf, writeStamp } from './stamp.mjs';

const STAMP = 'dist/.stamp';
const SOURCES = [
  'src',
  'samples',
  'package.json',
  'package-lock.json',
  'rolldown.config.mjs',
  'vite.config.ts',
  'scripts/build.mjs',
];

/** Builds `dist/` where the source has changed since the last build that ended well. */
export async function build() {
  const wanted = stampOf(SOURCES, (path) => /\.test\.tsx?$/.test(path));
  if (readStamp(STAMP) === wanted) return;
  forgetBuild();
  const code = await step('Building', process.execPath, [join(ROOT, 'scripts/build.mjs')]);
  if (code !== 0) process.exit(1);
  writeStamp(STAMP, wanted);
}

/** The next {@link build} builds whatever the source says. */
export function forgetBuild() {
  rmSync(join(ROOT, STAMP), { force: true });
}
