import { catalog } from '#elements/catalog.ts';
import { compileWith } from '#engine/library.ts';
import { runTests, type TestReport } from '#engine/run-tests.ts';
import { CLOCK_EXPECTED, momentOf } from '../clock.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { printable } from '../printable.ts';
import { readFolder, WITH_HELP } from '../with-folder.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark test FILE… [--with DIR] [--clock ISO] [--json]

Runs the tests that stand in Interaction files, and tells what they reach; - is standard input. --clock is the moment they
run at. With --json a line for each file:

  { "file", "results": [ { "id", "name", "passed", "failures": [ sentence ] } ],
    "coverage": { "elements": { "reached", "all", "missing" }, "exits": { "reached", "all", "missing" } } }

Exits are written as element.exit; the outcomes of a Decision's rules are its exits.
${WITH_HELP}

Ends with 0 where all tests pass, 1 where one fails, 2 where a file cannot be read.
`;

/** `waymark test FILE…`: runs the tests that stand in the files, and tells what they reach. */
export const test: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {
      json: { type: 'boolean' },
      with: { type: 'string' },
      clock: { type: 'string' },
    });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { values, files } = read.value;
    const now = momentOf(values.clock);
    if (files.length === 0) return wrongUse('Name the files', USAGE, terminal);
    if (now === undefined) return wrongUse(CLOCK_EXPECTED, USAGE, terminal);
    const others = await readFolder(values.with, terminal);
    if (!others) return 2;
    let code: ExitCode = 0;
    for (const file of files) {
      const interaction = await readInteractionFile(file, terminal);
      if (!interaction) {
        code = 2;
        continue;
      }
      const report = runTests(compileWith(interaction, others, catalog), now);
      if (values.json) terminal.out(`${JSON.stringify({ file, ...report })}\n`);
      else tell(file, report, terminal);
      if (code === 0 && report.results.some(({ passed }) => !passed)) code = 1;
    }
    return code;
  },
};

function tell(file: string, { results, coverage }: TestReport, terminal: Terminal): void {
  const say = (line: string) => terminal.out(printable(`${line}\n`));
  say(file);
  if (results.length === 0) say('  the file has no tests');
  for (const { name, passed, failures } of results) {
    say(`  ${passed ? 'passed' : 'FAILED'}  ${name}`);
    for (const failure of failures) say(`          ${failure}`);
  }
  for (const [what, { reached, all, missing }] of Object.entries(coverage)) {
    const rest =
      missing.length > 0 ? `; not reached: ${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ' …' : ''}` : '';
    say(`  ${what}: ${reached} of ${all}${rest}`);
  }
}
