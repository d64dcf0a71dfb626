import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, toolPath } from './project.mjs';
import { show } from './run.mjs';

const COUNTS = join(ROOT, '.cache/test-counts.json');

/** Runs the tests and counts them. A run that ends without a count, or that fails with all green, is one failure. */
export async function vitest(args) {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  rmSync(COUNTS, { force: true });
  const reporters = ['--reporter=default', `--reporter=${join(ROOT, 'scripts/steps/count-reporter.mjs')}`];
  const command = [toolPath('vitest'), 'run', ...reporters, ...args];
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };
  const code = await show(process.execPath, command, { ...plain, WAYMARK_TEST_COUNTS: COUNTS });
  const counts = existsSync(COUNTS) ? JSON.parse(readFileSync(COUNTS, 'utf8')) : { passed: 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}
