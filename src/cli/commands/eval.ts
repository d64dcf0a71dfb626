import { compileExpression, parseExpression } from '#expressions/expression.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { momentOf } from '../clock.ts';
import type { Command } from '../command.ts';
import { readText } from '../input.ts';
import { readJson } from '../json-line.ts';
import { readOptions } from '../options.ts';

const USAGE = 'Usage: waymark eval EXPRESSION [--input JSON] [--clock ISO], or waymark eval --cases C.jsonl\n';

/** `waymark eval EXPRESSION [--input JSON]`, or one `{"expression","input"?}` a line with `--cases`. */
export const evaluate: Command = {
  async run(args, terminal) {
    const read = readOptions(args, {
      input: { type: 'string' },
      cases: { type: 'string' },
      clock: { type: 'string' },
      json: { type: 'boolean' },
    });
    const now = read.ok ? momentOf(read.value.values.clock) : undefined;
    const wrongUse = (message: string) => {
      terminal.err(`${message}\n${USAGE}`);
      return 2 as const;
    };
    if (!read.ok) return wrongUse(read.error);
    const { values, files } = read.value;
    if (now === undefined) return wrongUse('Write the clock as in 2026-01-31T10:00:00Z');
    if (values.cases === undefined) {
      const [expression, ...more] = files;
      if (expression === undefined || more.length > 0) return wrongUse('Give one expression');
      const input = values.input === undefined ? {} : readJson(values.input);
      if (!isJsonObject(input)) return wrongUse('The input is no JSON object');
      const result = evaluateText(expression, input, now);
      terminal.out(`${JSON.stringify(result)}\n`);
      return result.error ? 1 : 0;
    }
    const lines = await readText(values.cases, terminal);
    if (lines === undefined) return 2;
    let number = 0;
    for (const line of lines.split('\n')) {
      number++;
      if (line.trim() === '') continue;
      const given = readJson(line);
      if (!isJsonObject(given) || typeof given.expression !== 'string') {
        return wrongUse(`${values.cases}:${number}: not {"expression","input"?}`);
      }
      const input = isJsonObject(given.input) ? given.input : {};
      terminal.out(`${JSON.stringify(evaluateText(given.expression, input, now))}\n`);
    }
    return 0;
  },
};

function evaluateText(source: string, input: JsonObject, now: Instant): { value?: Json; error?: object } {
  const parsed = parseExpression(source, Object.keys(input));
  if (!parsed.ok) return { error: parsed.error };
  const { value, error } = compileExpression(parsed.value, {}).evaluate(input, { now });
  return error ? { value, error } : { value };
}
