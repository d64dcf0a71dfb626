import { describe, expect, it } from 'vitest';
import { typed } from '#test/cli/typed.ts';
import { COMMANDS } from './commands.ts';

describe('waymark', () => {
  it.each([[[]], [['help']], [['--help']]])('lists every command when called with %j', async (args: string[]) => {
    const { code, out } = await typed(args);
    expect(code).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^ {2}${name} +${summary}$`, 'm'));
  });

  it('prints its version alone', async () => {
    expect(await typed(['--version'])).toEqual({ code: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' });
  });

  it.each(['nonsense', 'constructor'])('refuses the command "%s" as wrong use, on standard error', async (name) => {
    const { code, out, err } = await typed([name]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`There is no command "${name}"`);
  });

  it.each(COMMANDS.map(({ name }) => name))('says how %s is called, and what it ends with', async (name) => {
    const { code, out } = await typed([name, '--help']);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: waymark ${name}\\b[^]*\\n\\n[A-Z][^]+\\.\\n$`));
    expect(out.split('\n').filter((line) => line.length > 140)).toEqual([]);
    expect(await typed(['help', name])).toEqual({ code, out, err: '' });
  });

  it('takes what stands behind -- for no flag', async () => {
    expect(await typed(['eval', '--', '-h', '--help'])).toMatchObject({ code: 2 });
    expect(await typed(['eval', '--', '-1'])).toMatchObject({ code: 0, out: '{"value":-1}\n' });
  });
});
