import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { runScript, type Script } from '#engine/script.ts';
import { isJsonObject } from '#prelude/json.ts';
import { momentOf } from '../clock.ts';
import type { Command } from '../command.ts';
import { readInteractionFile } from '../interaction-file.ts';
import { readJson } from '../json-line.ts';
import { readOptions } from '../options.ts';
import { playInTerminal } from '../play-in-terminal.ts';

const USAGE = 'Usage: waymark run FILE [--answers A.jsonl] [--clock ISO] [--language TAG]\n';
/** Results are written in pieces of about this many characters: a line each would be a write each. */
const PIECE = 65_536;

/** `waymark run FILE --answers A.jsonl`: one session per line; without answers a person plays it in the terminal. */
export const runCommand: Command = {
  async run(args, terminal) {
    const read = readOptions(args, {
      answers: { type: 'string' },
      clock: { type: 'string' },
      language: { type: 'string' },
      json: { type: 'boolean' },
    });
    const wrongUse = (message: string) => {
      terminal.err(`${message}\n${USAGE}`);
      return 2 as const;
    };
    if (!read.ok) return wrongUse(read.error);
    const { values, files } = read.value;
    const [file, ...more] = files;
    const now = momentOf(values.clock);
    if (file === undefined || more.length > 0) return wrongUse('Name one file');
    if (now === undefined) return wrongUse('Write the clock as in 2026-01-31T10:00:00Z');
    const interaction = await readInteractionFile(file, terminal);
    if (!interaction) return 2;
    const program = compile(interaction, catalog);
    const { answers, language } = values;
    if (answers === undefined) return playInTerminal(program, language, terminal);
    const lines = createInterface({
      input: answers === '-' ? process.stdin : createReadStream(answers),
      crlfDelay: Number.POSITIVE_INFINITY,
    });
    let piece = '';
    let number = 0;
    let code: 0 | 1 = 0;
    try {
      for await (const line of lines) {
        number++;
        if (line.trim() === '') continue;
        const script = scriptOf(line, language);
        if (!script) return wrongUse(`${answers}:${number}: not {"input"?, "answers": […]}`);
        const { events: _events, ...result } = runScript(program, script, now);
        if (result.status === 'failed' || result.error) code = 1;
        piece += `${JSON.stringify(result)}\n`;
        if (piece.length > PIECE) {
          terminal.out(piece);
          piece = '';
        }
      }
    } catch (error) {
      return wrongUse(`${answers}: cannot be read: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      terminal.out(piece);
    }
    return code;
  },
};

function scriptOf(line: string, language: string | undefined): Script | undefined {
  const value = readJson(line);
  if (!isJsonObject(value) || !Array.isArray(value.answers)) return undefined;
  const input = value.input ?? {};
  if (!isJsonObject(input)) return undefined;
  return { answers: value.answers, input, ...(language === undefined ? {} : { language }) };
}
