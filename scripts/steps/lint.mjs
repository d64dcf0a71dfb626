import { join } from 'node:path';
import { ROOT, toolPath } from './project.mjs';
import { step } from './run.mjs';

/** Runs the linters one after the other, all of them even where one fails. Resolves to the titles that failed. */
export async function lint(fix = false) {
  const mend = fix ? ['--fix'] : [];
  const steps = [
    [
      'Format and lint (biome)',
      toolPath('@biomejs/biome', 'biome'),
      ['check', '--error-on-warnings', ...(fix ? ['--write'] : []), '.'],
    ],
    ['Lint with types (oxlint)', toolPath('oxlint'), [...mend]],
    ['Dead code (knip)', toolPath('knip'), ['--no-progress', '--no-config-hints', ...mend]],
    ['Lockfile for every platform', join(ROOT, 'scripts/complete-lockfile.mjs'), fix ? [] : ['--check']],
  ];
  const failed = [];
  for (const [title, tool, args] of steps) {
    if ((await step(title, process.execPath, [tool, ...args])) !== 0) failed.push(title);
  }
  return failed;
}
