import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { compileExpression, parseExpression } from './expression.ts';
import type { ScalarKind, Scope, ValueType } from './value-type.ts';
import { parseDuration } from './values/durations.ts';

/**
 * The literal expressions of the DMN Technology Compatibility Kit, one JSON object a line. They are not part of this
 * package: the folder that has them is named by the environment variable WAYMARK_CASES.
 */
const folder = process.env.WAYMARK_CASES;
const file = folder === undefined ? undefined : join(folder, 'expected', 'dmn-tck-literal.jsonl');
const present = file !== undefined && existsSync(file);
const title = present
  ? 'the DMN compatibility kit'
  : 'the DMN compatibility kit (skipped: WAYMARK_CASES names no folder with its cases)';

interface Case {
  readonly suite: string;
  readonly expr: string;
  readonly inputs: JsonObject;
  readonly expected: Json;
}

const KINDS: { readonly [tag: string]: ScalarKind } = {
  date: 'date',
  time: 'time',
  dateTime: 'date-time',
  duration: 'duration',
};

/** The kit marks its values: `{"n": "1"}` is a number, `{"t": "date", "s": …}` a date, `{"ctx": …}` a context. */
function untag(value: Json): { readonly value: Json; readonly type: ValueType } {
  if (Array.isArray(value)) {
    const items = value.map(untag);
    return { value: items.map((item) => item.value), type: { kind: 'list', items: items[0]?.type ?? { kind: 'any' } } };
  }
  if (!isJsonObject(value)) return { value, type: { kind: 'any' } };
  if (typeof value.n === 'string') return { value: Number(value.n), type: { kind: 'number' } };
  if (typeof value.t === 'string' && typeof value.s === 'string') {
    return { value: value.t === 'duration' ? shortest(value.s) : value.s, type: { kind: KINDS[value.t] ?? 'any' } };
  }
  const entries = Object.entries(isJsonObject(value.ctx) ? value.ctx : {}).map(
    ([key, of]) => [key, untag(of ?? null)] as const,
  );
  return {
    value: Object.fromEntries(entries.map(([key, of]) => [key, of.value])),
    type: { kind: 'record', fields: Object.fromEntries(entries.map(([key, of]) => [key, of.type])) },
  };
}

/** The kit writes the same duration in several ways, `P0D` and `PT0S`. */
function shortest(duration: string): string {
  return (
    parseDuration(duration)
      ?.toString()
      .replace(/^P(0M|T0S)$/, 'P0') ?? duration
  );
}

function namesIn(type: ValueType): readonly string[] {
  if (type.kind === 'list') return namesIn(type.items);
  if (type.kind !== 'record') return [];
  return Object.entries(type.fields).flatMap(([name, of]) => [name, ...namesIn(of)]);
}

/** Numbers agree in 8 decimals, as the kit's own runners compare them. */
function agree(actual: Json, expected: Json): boolean {
  if (typeof actual === 'number' && typeof expected === 'number') {
    return Math.abs(actual - expected) <= 5e-9 * Math.max(1, Math.abs(expected));
  }
  if (Array.isArray(actual) && Array.isArray(expected)) {
    return actual.length === expected.length && actual.every((item, i) => agree(item, expected[i] ?? null));
  }
  if (isJsonObject(actual) && isJsonObject(expected)) {
    const keys = Object.keys(expected);
    return (
      keys.length === Object.keys(actual).length &&
      keys.every((key) => agree(actual[key] ?? null, expected[key] ?? null))
    );
  }
  if (typeof actual === 'string' && typeof expected === 'string' && expected.startsWith('P'))
    return shortest(actual) === expected;
  return actual === expected;
}

function run({ expr, inputs, expected }: Case): { readonly passed: boolean; readonly found: string } {
  const values: { [name: string]: Json } = {};
  const scope: { [name: string]: ValueType } = {};
  for (const [name, tagged] of Object.entries(inputs)) {
    const { value, type } = untag(tagged ?? null);
    values[name] = value;
    scope[name] = type;
  }
  const wanted = untag(expected).value;
  const parsed = parseExpression(expr, namesIn({ kind: 'record', fields: scope }));
  if (!parsed.ok) return { passed: wanted === null, found: `${parsed.error.code} ${parsed.error.message}` };
  const context = { now: Date.UTC(2026, 0, 31, 12) };
  const { value, error } = compileExpression(parsed.value, scope satisfies Scope).evaluate(values, context);
  return { passed: agree(value, wanted), found: JSON.stringify(value) + (error ? ` ${error.message}` : '') };
}

describe.skipIf(!present)(title, () => {
  it('agrees with at least 97 % of the cases', () => {
    const lines = readFileSync(file ?? '', 'utf8')
      .split('\n')
      .filter(Boolean);
    const failed: string[] = [];
    for (const line of lines) {
      const one = JSON.parse(line) as Case;
      const { passed, found } = run(one);
      if (!passed) failed.push(`${one.suite}: ${one.expr} gives ${found}, not ${JSON.stringify(one.expected)}`);
    }
    const rate = 1 - failed.length / lines.length;
    const passed = lines.length - failed.length;
    process.stdout.write(`DMN compatibility kit: ${passed} of ${lines.length} cases, ${(rate * 100).toFixed(2)} %\n`);
    expect(rate, failed.join('\n')).toBeGreaterThanOrEqual(0.97);
  });
});
