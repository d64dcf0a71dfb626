import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { runTests, type TestReport } from '#engine/run-tests.ts';
import { momentOf } from '../clock.ts';
import type { Command, Terminal } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';

const USAGE = 'Usage: waymark test FILE… [--clock ISO] [--json]\n';

/** `waymark test FILE…`: runs the tests that stand in the files, and tells what they reach. */
export const test: Command = {
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' }, clock: { type: 'string' } });
    const now = read.ok ? momentOf(read.value.values.clock) : undefined;
    if (!read.ok || read.value.files.length === 0 || now === undefined) {
      terminal.err(`${read.ok ? 'Name the files, and the clock as in 2026-01-31T10:00:00Z' : read.error}\n${USAGE}`);
      return 2;
    }
    let code: 0 | 1 | 2 = 0;
    for (const file of read.value.files) {
      const interaction = await readInteractionFile(file, terminal);
      if (!interaction) {
        code = 2;
        continue;
      }
      const report = runTests(compile(interaction, catalog), now);
      if (read.value.values.json) terminal.out(`${JSON.stringify({ file, ...report })}\n`);
      else tell(file, report, terminal);
      if (code === 0 && report.results.some(({ passed }) => !passed)) code = 1;
    }
    return code;
  },
};

function tell(file: string, { results, coverage }: TestReport, terminal: Terminal): void {
  terminal.out(`${file}\n`);
  if (results.length === 0) terminal.out('  the file has no tests\n');
  for (const { name, passed, failures } of results) {
    terminal.out(`  ${passed ? 'passed' : 'FAILED'}  ${name}\n`);
    for (const failure of failures) terminal.out(`          ${failure}\n`);
  }
  for (const [what, { reached, all, missing }] of Object.entries(coverage)) {
    const rest =
      missing.length > 0 ? `; not reached: ${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ' …' : ''}` : '';
    terminal.out(`  ${what}: ${reached} of ${all}${rest}\n`);
  }
}
