import { compileExpression, type Evaluation, parseExpression } from '#expressions/expression.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { answerLines } from '../answer-lines.ts';
import { CLOCK_EXPECTED, momentOf } from '../clock.ts';
import type { Command } from '../command.ts';
import { readText } from '../input.ts';
import { readJsonObject } from '../json-line.ts';
import { readOptions } from '../options.ts';
import { wrongUse } from '../wrong-use.ts';

const USAGE = `Usage: waymark eval EXPRESSION [--input JSON] [--clock ISO]
       waymark eval --cases C.jsonl [--clock ISO]

Evaluates a FEEL expression; - reads it from standard input. --input is an object with the values of its variables, --clock
what now() and today() go by. A file of cases, or standard input for -, has one on each line:

  { "expression", "input"? }

Every expression gives a line:

  { "value" }
  { "value": null, "error": { "code", "from", "to", "message" } }   where the evaluation met an error
  { "error": { "code", "from", "to", "message" } }                  where it is no expression

Records and lists come as JSON, dates and times as text; "from" and "to" are offsets in the expression.

Ends with 0, 1 where the one expression has an error, 2 where a line is no case. Errors of cases stand in their lines.
`;

/** `waymark eval EXPRESSION [--input JSON]`, or one `{"expression","input"?}` a line with `--cases`. */
export const evaluate: Command = {
  usage: USAGE,
  async run(args, terminal) {
    const read = readOptions(args, {
      input: { type: 'string' },
      cases: { type: 'string' },
      clock: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (!read.ok) return wrongUse(read.error, USAGE, terminal);
    const { values, files } = read.value;
    const [expression, ...more] = files;
    const now = momentOf(values.clock);
    if (now === undefined) return wrongUse(CLOCK_EXPECTED, USAGE, terminal);
    if (values.cases !== undefined) {
      if (files.length > 0 || values.input !== undefined) {
        return wrongUse('With --cases, expressions and inputs stand in its lines', USAGE, terminal);
      }
      return (await answerLines(values.cases, terminal, (line) => evaluateCase(line, now))) ? 0 : 2;
    }
    if (expression === undefined || more.length > 0) return wrongUse('Give one expression', USAGE, terminal);
    const input = readJsonObject(values.input ?? '{}');
    if (!input.ok) return wrongUse(`--input: ${input.error}`, USAGE, terminal);
    const source = expression === '-' ? await readText('-', terminal) : expression;
    if (source === undefined) return 2;
    const result = evaluateText(source, input.value, now);
    terminal.out(`${JSON.stringify(result)}\n`);
    return result.error ? 1 : 0;
  },
};

function evaluateCase(line: string, now: Instant): Result<string, string> {
  const read = readJsonObject(line);
  if (!read.ok) return read;
  const { expression, input = {} } = read.value;
  if (typeof expression !== 'string') return fail('A case needs an "expression", which is a text');
  if (!isJsonObject(input)) return fail('The "input" of a case is an object');
  return ok(JSON.stringify(evaluateText(expression, input, now)));
}

function evaluateText(source: string, input: JsonObject, now: Instant): Partial<Evaluation> {
  const parsed = parseExpression(source, namesIn(input));
  if (!parsed.ok) return { error: parsed.error };
  return compileExpression(parsed.value, {}).evaluate(input, { now });
}

/** The names of all values, also of those in records: an expression may use each, whatever signs stand in it. */
function namesIn(value: Json | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((item: Json) => namesIn(item));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) => [name, ...namesIn(member)]);
}
