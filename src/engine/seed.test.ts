import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { problemsOf } from '#checks/registry.ts';
import { catalog } from '#elements/catalog.ts';
import { readInteraction } from '#format/read.ts';
import { compile } from './program.ts';
import { runTests } from './run-tests.ts';
import { runScript } from './script.ts';

const read = readInteraction(readFileSync('samples/problem-type.interaction.json', 'utf8'), catalog);
if (!read.ok) throw new Error(JSON.stringify(read.error, null, 1));
const program = compile(read.value, catalog);

describe('the seed example', () => {
  it('runs as promised on the command line', () => {
    const { events: _events, ...result } = runScript(program, { answers: ['billing'] }, 0);
    expect(result).toEqual({
      at: 's_confirm',
      status: 'ended',
      outcome: 'completed',
      visited: ['q_problem', 'c_billing', 's_confirm'],
      variables: { problem: 'billing' },
    });
  });

  it('passes its own tests and covers itself', () => {
    const { results, coverage } = runTests(program, 0);
    expect(results.map(({ failures }) => failures)).toEqual([[], [], []]);
    expect(coverage.elements.missing).toEqual([]);
    expect(coverage.exits.missing).toEqual([]);
    expect(coverage.rules.missing).toEqual([]);
  });

  it('has no problem', () => {
    expect(problemsOf(read.value, catalog)).toEqual([]);
  });
});
