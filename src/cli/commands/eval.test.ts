import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { given, lines, Scratch, waymark } from '#test/cli/scratch.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.remove());

describe('waymark eval', () => {
  it('gives the value, or the error with its place', async () => {
    expect(await waymark('eval', 'x + 1', '--input', '{"x":2}')).toEqual({ code: 0, out: '{"value":3}\n', err: '' });
    const { code, out } = await waymark('eval', '1 +');
    expect(code).toBe(1);
    expect(lines(out)).toEqual([
      {
        error: {
          code: 'expression.syntax',
          from: expect.any(Number),
          to: expect.any(Number),
          message: expect.any(String),
        },
      },
    ]);
  });

  it('reads cases, a line each; errors stand in their lines', async () => {
    const cases = [
      { expression: 'a > 1', input: { a: 2 } },
      { expression: 'upper case("x")' },
      { expression: '1 +' },
      { expression: '1 / 0' },
      { expression: 'person.first-name', input: { person: { 'first-name': 'Ada' } } },
      { expression: '{d: @"2026-01-31", t: @"10:00:00", l: [1, "a", null], p: @"PT1H", m: money(1.5, "EUR")}' },
    ];
    const text = cases.map((each) => JSON.stringify(each)).join('\n');
    const { code, out } = await waymark('eval', '--cases', scratch.file(text));
    expect(code).toBe(0);
    expect(lines(out)).toEqual([
      { value: true },
      { value: 'X' },
      { error: expect.objectContaining({ code: 'expression.syntax', from: 3, to: 3 }) },
      { value: null, error: expect.objectContaining({ code: 'expression.not-a-number' }) },
      { value: 'Ada' },
      {
        value: { d: '2026-01-31', t: '10:00:00', l: [1, 'a', null], p: 'PT1H', m: { amount: '1.5', currency: 'EUR' } },
      },
    ]);
    expect((await given(text, 'eval', '--cases', '-')).out).toBe(out);
  });

  it('names the line of what is no case', async () => {
    for (const line of ['nonsense', '{"expresion":"1"}', '{"expression":"1","input":[1]}']) {
      const cases = scratch.file(`{"expression":"1"}\n${line}`);
      const said = await waymark('eval', '--cases', cases);
      expect(said).toMatchObject({ code: 2, out: '{"value":1}\n' });
      expect(said.err).toContain(`${cases}:2: `);
    }
  });

  it('takes one expression, or cases, and an object as input', async () => {
    const wrong = { code: 2, out: '', err: expect.stringContaining('Usage: waymark eval') };
    expect(await waymark('eval')).toMatchObject(wrong);
    expect(await waymark('eval', '1', '2')).toMatchObject(wrong);
    expect(await waymark('eval', 'x', '--input', '[1]')).toMatchObject(wrong);
    expect(await waymark('eval', 'x', '--input', '{x:1}')).toMatchObject(wrong);
    expect(await waymark('eval', '1', '--cases', scratch.file(''))).toMatchObject(wrong);
    expect(await waymark('eval', 'now()', '--clock', 'noon')).toMatchObject(wrong);
    expect(await given('1 +\n 2', 'eval', '-')).toMatchObject({ code: 0, out: '{"value":3}\n' });
    expect((await waymark('eval', 'string(today())', '--clock', '2026-01-31')).out).toBe('{"value":"2026-01-31"}\n');
  });
});
