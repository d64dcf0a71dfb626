import { catalog } from '#elements/catalog.ts';
import { compileWith } from '#engine/library.ts';
import { runScript, type Script } from '#engine/script.ts';
import { isJsonObject } from '#prelude/json.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { answerLines } from '../answer-lines.ts';
import { CLOCK_EXPECTED, momentOf } from '../clock.ts';
import type { Command } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readJsonObject } from '../json-line.ts';
import { readOptions } from '../options.ts';
import { playInTerminal } from '../play-in-terminal.ts';
import { readFolder, WITH_HELP } from '../with-folder.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark run FILE --answers A.jsonl [--with DIR] [--clock ISO] [--language TAG]
       waymark run FILE [--with DIR] [--language TAG] [--json]

Runs sessions of an Interaction file, one for each line of a file, or of standard input for -:

  { "input"?: { variable: value }, "answers": [ … ], "effects"?: { element: result } }

"answers" has one entry for each page that asks, in order: a value, a Choice's value or id, a list of them, or an object for
a Form. Pages that ask nothing are continued. { "command": "back" } and { "command": "jump", "to": element } may stand
between answers, and are made from the page that follows. "effects" has what comes of what an element asks of the world
outside: what came back, or { "status": "done"|"failed"|"timed-out"|"skipped", "value"?, "code"?, "message"? }, or a list with
one for each time; where it has nothing, the sample answer of the element is taken. Every session gives a line:

  { "at", "status": "waiting"|"ended"|"failed", "outcome"?, "visited": [ element ], "variables": { … },
    "error"?: { "code", "message", "element" } }

An answer that is refused stops its session, which is then waiting and has an error. Without --answers a person plays the
Interaction in the terminal; with --json the conversation goes to standard error and its line to standard output. --clock is
the moment at which sessions run.
${WITH_HELP}

Ends with 0, 1 where a session failed or was refused something, 2 where a line is no session or a file cannot be read.
`;

/** `waymark run FILE --answers A.jsonl`: one session per line; without answers a person plays it in the terminal. */
export const runCommand: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {
      answers: { type: 'string' },
      with: { type: 'string' },
      clock: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { values, files } = read.value;
    const { answers, json = false } = values;
    const [file, ...more] = files;
    const now = momentOf(values.clock);
    if (file === undefined || more.length > 0) return wrongUse('Name one file', USAGE, terminal);
    if (now === undefined) return wrongUse(CLOCK_EXPECTED, USAGE, terminal);
    if (answers === undefined && file === '-') {
      return wrongUse('Whoever plays in the terminal types into standard input; name a file', USAGE, terminal);
    }
    const interaction = await readInteractionFile(file, terminal);
    const others = await readFolder(values.with, terminal);
    if (!interaction || !others) return 2;
    const program = compileWith(interaction, others, catalog);
    const language = values.language === undefined ? {} : { language: values.language };
    if (answers === undefined) return playInTerminal(program, { json, ...language }, terminal);
    let fine = true;
    const answered = await answerLines(answers, terminal, (line) => {
      const script = scriptOf(line);
      if (!script.ok) return script;
      const { events: _events, ...result } = runScript(program, { ...script.value, ...language }, now);
      if (result.status === 'failed' || result.error) fine = false;
      return ok(JSON.stringify(result));
    });
    if (!answered) return 2;
    return fine ? 0 : 1;
  },
};

function scriptOf(line: string): Result<Script, string> {
  const read = readJsonObject(line);
  if (!read.ok) return read;
  const { answers, input = {}, effects } = read.value;
  if (!Array.isArray(answers)) return fail('A session needs "answers", which is a list');
  if (!isJsonObject(input)) return fail('The "input" of a session is an object');
  if (effects === undefined) return ok({ answers, input });
  return isJsonObject(effects) ? ok({ answers, input, effects }) : fail('The "effects" of a session are an object');
}
