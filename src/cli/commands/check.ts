import { calledProblemsOf } from '#checks/called/called-problems.ts';
import { problemsOf } from '#checks/registry.ts';
import { worstFirst } from '#checks/worst-first.ts';
import type { CalleeFace } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import { catalog } from '#elements/catalog.ts';
import { calleeFace } from '#format/callee-face.ts';
import { calledFiles } from '../called-files.ts';
import type { Command, ExitCode } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readOptions } from '../options.ts';
import { printable } from '../printable.ts';
import { readFolder, WITH_HELP } from '../with-folder.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark check FILE… [--with DIR] [--json]

Finds the problems of Interaction files; - is standard input. With --json a line for each file:

  { "file", "problems": [ { "code", "severity": "error"|"warning"|"info", "element", "path", "message" } ] }

"element" is null where a problem is about the Interaction as a whole.
${WITH_HELP}
Without it nothing is said of how they are called, nor of their errors, which count for those that run them too.

Ends with 0 where no file has an error, 1 where one has, 2 where one cannot be read.
`;

/** `waymark check FILE… [--json]`: the problems of each file; one JSON line per file with `--json`. */
export const check: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, { json: { type: 'boolean' }, with: { type: 'string' } });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { values, files } = read.value;
    if (files.length === 0) return wrongUse('Name the files to check', USAGE, terminal);
    const others = await readFolder(values.with, terminal);
    if (!others) return 2;
    const faces = new Map<string, CalleeFace>(others.map((other) => [other.id, calleeFace(other, catalog)]));
    const callee = values.with === undefined ? undefined : (id: string) => faces.get(id);
    const called = calledFiles(others, callee);
    let code: ExitCode = 0;
    for (const file of files) {
      const interaction = await readInteractionFile(file, terminal);
      if (!interaction) {
        code = 2;
        continue;
      }
      const problems = [
        ...problemsOf(interaction, catalog, callee),
        ...calledProblemsOf(interaction, catalog, called(interaction)),
      ].toSorted(worstFirst);
      if (values.json) terminal.out(`${JSON.stringify({ file, problems: problems.map(asJson) })}\n`);
      else if (problems.length === 0) terminal.out(`${file}: no problems\n`);
      else
        for (const { severity, path, message, code: name } of problems)
          terminal.out(printable(`${file}: ${severity}: ${path}: ${message} (${name})\n`));
      if (code === 0 && problems.some(({ severity }) => severity === 'error')) code = 1;
    }
    return code;
  },
};

/** A problem as other programs read it; how to mend it is the designer's to offer. */
function asJson({ code, severity, element, path, message, fix: _fix, ...more }: Problem) {
  return { code, severity, element: element ?? null, path, message, ...more };
}
