import { catalog } from '#elements/catalog.ts';
import { compileWith } from '#engine/library.ts';
import { runTests, type TestReport } from '#engine/run-tests.ts';
import type { Coverage } from '#engine/tests/coverage.ts';
import { failureWords } from '#engine/tests/failure.ts';
import { generateWalks, type Walks } from '#engine/walks/generate.ts';
import { CLOCK_EXPECTED, momentOf } from '../clock.ts';
import type { Command, ExitCode, Terminal } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { printable } from '../printable.ts';
import { readFolder, WITH_HELP } from '../with-folder.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark test FILE… [--with DIR] [--clock ISO] [--walk] [--json]

Runs the tests that stand in Interaction files, and tells what they reach; - is standard input. --clock is the moment of
the tests that give none themselves; those that give no time zone run in UTC, and of the account there is what they give.
With --json a line for each file:

  { "file", "results": [ { "id", "name", "passed", "failures": [ sentence ] } ],
    "coverage": { "elements": { "reached", "all", "missing" }, "exits": { "reached", "all", "missing" },
      "rules": { "reached", "all", "missing" } } }

Exits are written as element.exit, what a Decision comes to (a rule, a row, otherwise) as element#rule. With --walk it also
looks for ways that take every exit and rule, whatever the tests reach, and adds "walk": { "walks", "missing", "exhausted" }
to the line; where nothing that a test gives would do, it begins with that ("begins": the test).
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
      walk: { type: 'boolean' },
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
      const program = compileWith(interaction, others, catalog);
      const report = runTests(program, now);
      tellMissing(file, report, values.with, terminal);
      const walk = values.walk ? generateWalks(program, now) : undefined;
      if (values.json) terminal.out(`${JSON.stringify({ file, ...inJson(report), ...(walk ? { walk } : {}) })}\n`);
      else {
        tell(file, report, terminal);
        if (walk) tellWalk(walk, terminal);
      }
      if (code === 0 && report.results.some(({ passed }) => !passed)) code = 1;
    }
    return code;
  },
};

/** Says how an Interaction is named that a test could not do without. */
function tellMissing(file: string, { results }: TestReport, folder: string | undefined, terminal: Terminal): void {
  const failures = results.flatMap((result) => result.failures);
  const missing = failures.flatMap((failure) => (failure.kind === 'missing' ? [failure.interaction] : []));
  for (const id of new Set(missing)) {
    const where = folder === undefined ? 'name the folder that holds it with --with DIR' : `it is not in ${folder}`;
    terminal.err(printable(`${file}: runs the Interaction ${id}; ${where}\n`));
  }
}

/** Failures as sentences: what was expected and what came. */
function inJson({ results, coverage }: TestReport) {
  return { results: results.map((result) => ({ ...result, failures: result.failures.map(failureWords) })), coverage };
}

/** How many ways show every exit that can be taken, and which exits no way was found to. */
function tellWalk({ walks, missing, exhausted }: Walks, terminal: Terminal): void {
  const say = (line: string) => terminal.out(printable(`${line}\n`));
  say(`  walk: ${walks.length} ways take every exit that was found${exhausted ? '' : '; the search was cut short'}`);
  for (const { moves, visited, outcome, begins } of walks) {
    say(
      `    ${begins === undefined ? '' : `(begins as ${begins}) `}${visited.join(' → ')}${outcome === undefined ? '' : ` (${outcome})`}, ${moves.length} steps`,
    );
  }
  if (missing.length > 0) say(`  no way was found to: ${missing.join(', ')}`);
}

function tell(file: string, { results, coverage }: TestReport, terminal: Terminal): void {
  const say = (line: string) => terminal.out(printable(`${line}\n`));
  say(file);
  if (results.length === 0) say('  the file has no tests');
  for (const { name, passed, failures } of results) {
    say(`  ${passed ? 'passed' : 'FAILED'}  ${name}`);
    for (const failure of failures) say(`          ${failureWords(failure)}`);
  }
  for (const { part, words } of KINDS) {
    const { reached, all, missing } = coverage[part];
    if (all === 0) continue;
    const rest =
      missing.length > 0 ? `; not reached: ${missing.slice(0, 10).join(', ')}${missing.length > 10 ? ' …' : ''}` : '';
    say(`  ${words}: ${reached} of ${all}${rest}`);
  }
}

const KINDS = [
  { part: 'elements', words: 'elements' },
  { part: 'exits', words: 'exits' },
  { part: 'rules', words: 'rule outcomes' },
] as const satisfies readonly { readonly part: keyof Coverage; readonly words: string }[];
