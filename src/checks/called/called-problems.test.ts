import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { draw } from '#test/factories/draw.ts';
import { calledProblemsOf } from './called-problems.ts';
import { calledFrom, type PinnedFindings } from './called-version.ts';

const calling = (...callees: readonly string[]) =>
  draw({
    elements: Object.fromEntries(
      callees.map((interaction, n) => [`u_${n}`, { interaction, inputs: [], outputs: [], outcomes: [] }]),
    ),
  });

interface Found {
  readonly errors?: number;
  readonly failedTests?: number;
}

/** A version called by its id in capitals, running others. */
const version = (id: string, number: number, found: Found, pins: Record<string, number> = {}): PinnedFindings => ({
  interaction: `int_${id}` as never,
  name: id.toUpperCase(),
  version: number,
  errors: 0,
  failedTests: 0,
  ...found,
  pins: pins as never,
});

const told = (callees: readonly string[], pins: Record<string, number>, ...versions: readonly PinnedFindings[]) =>
  calledProblemsOf(calling(...callees), catalog, calledFrom(pins as never, versions)).map(
    ({ code, severity, element, message }) => [code, severity, element, message.split(';')[0]],
  );

describe('what others have that an Interaction runs', () => {
  it('is told once, at the first element that leads there, however many do', () => {
    const callees = ['int_a', 'int_b', 'int_b', 'int_c'];
    const pins = { int_a: 1, int_b: 2, int_c: 1 };
    const problems = told(
      callees,
      pins,
      version('a', 1, {}),
      version('b', 2, { errors: 3 }),
      version('c', 1, {}, { int_b: 2 }),
    );
    expect(problems).toEqual([
      ['called.has-errors', 'error', 'u_1', '“B”, version 2, which this Interaction runs, has 3 errors'],
    ]);
  });

  it('is told of every version that is run of the same Interaction', () => {
    const deep = [version('a', 1, { errors: 1 }, { int_b: 1 }), version('b', 1, { errors: 2 }), version('b', 2, {})];
    expect(told(['int_a', 'int_b'], { int_a: 1, int_b: 2 }, ...deep)).toEqual([
      ['called.has-errors', 'error', 'u_0', '“A”, version 1, which this Interaction runs, has 1 error'],
      ['called.has-errors', 'error', 'u_0', '“B”, version 1, which “A” runs, has 2 errors'],
    ]);
  });

  it('ends where they run each other in a circle', () => {
    const circle = [version('a', 1, {}, { int_b: 1 }), version('b', 1, { failedTests: 1 }, { int_a: 1 })];
    expect(told(['int_a'], { int_a: 1 }, ...circle)).toEqual([
      ['called.tests-failed', 'warning', 'u_0', '“B”, version 1, which “A” runs, has 1 failed test'],
    ]);
  });

  it('is nothing where they have nothing, and where nothing is known of them', () => {
    expect(told(['int_a'], { int_a: 1 }, version('a', 1, {}))).toEqual([]);
    expect(told(['int_a'], { int_a: 1 })).toEqual([]);
  });
});
