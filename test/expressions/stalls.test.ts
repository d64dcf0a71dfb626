import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileExpression, parseExpression } from '#expressions/expression.ts';
import { bundle } from '#test/database/bundle.ts';
import type { Stalls } from './stalls.test-program.ts';

let found: { readonly bombs: Stalls; readonly operations: Stalls };

beforeAll(async () => {
  const program = await bundle('test/expressions/stalls.test-program.ts', 'stalls');
  // Garbage is collected where it is waited for, as it would hold up a server whose other cores are busy.
  const { stdout } = await promisify(execFile)(process.execPath, ['--single-threaded-gc', program]);
  found = JSON.parse(stdout);
});

describe('the event loop', () => {
  it('is held up by no hostile expression for more than 5 ms', () => {
    const { count, half, ninetyNineInHundred, slowest, tooLong } = found.bombs;
    process.stdout.write(
      `${count} hostile expressions: half took ${half.toFixed(2)} ms or less, 99 in 100 ${ninetyNineInHundred.toFixed(2)} ms, the slowest ${slowest.toFixed(2)} ms\n`,
    );
    expect(count).toBe(10_000);
    expect(tooLong).toEqual([]);
  });

  it('is held up no longer by any function or operation that is done as often as the budget lets it', () => {
    expect(found.operations.tooLong).toEqual([]);
  });

  it('is not held up by large values that are only read', () => {
    const rows = Array.from({ length: 10_000 }, () => ({ at: '2026-01-31T10:00:00@Europe/Paris', due: 'P1DT1H' }));
    const parsed = parseExpression('rows[1].at');
    if (!parsed.ok) throw new Error(parsed.error.message);
    const fields = { at: { kind: 'date-time' }, due: { kind: 'duration' } } as const;
    const compiled = compileExpression(parsed.value, {
      rows: { kind: 'list', items: { kind: 'record', fields } },
    });
    expect(compiled.evaluate({ rows }, { now: 0 }).error?.code).toBe('expression.budget');
    expect(compiled.evaluate({ rows: rows.slice(0, 2_000) }, { now: 0 }).value).toBe(
      '2026-01-31T10:00:00@Europe/Paris',
    );
  });
});
