import { describe, expect, it } from 'vitest';
import { typed } from '#test/cli/typed.ts';

describe('waymark config', () => {
  it('lists each setting with its default and what it means', async () => {
    const { code, out } = await typed(['config']);
    expect(code).toBe(0);
    expect(out).toMatch(/^WAYMARK_PORT=8080 \(default\)\n {4}The port to listen on/m);
    expect(out).toMatch(/^DATABASE_URL=\n/m);
  });

  it('shows what the environment says, but no password', async () => {
    const { out } = await typed(['config'], {
      WAYMARK_PORT: '0',
      DATABASE_URL: 'postgresql://someone:hunter2@db.example.org/waymark',
    });
    expect(out).toMatch(/^WAYMARK_PORT=0\n/m);
    expect(out).not.toContain('hunter2');
  });

  it('tells programs the same as JSON', async () => {
    const { out } = await typed(['config', '--json'], { WAYMARK_PORT: '9000' });
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ variable: 'WAYMARK_PORT', value: '9000', set: true }),
    );
  });

  it.each([['--nope'], ['extra']])('refuses %s as wrong use', async (word) => {
    const { code, out, err } = await typed(['config', word]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/Usage: waymark config/);
  });
});
