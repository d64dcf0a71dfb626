import { describe, expect, it } from 'vitest';
import { describeConfig, readConfig } from './config.ts';

describe('the environment', () => {
  it('may be empty', () => {
    const read = readConfig({});
    expect(read).toMatchObject({
      ok: true,
      value: {
        host: '127.0.0.1',
        port: 8080,
        dataFolder: './data',
        demo: true,
        proxies: 0,
        roles: ['web', 'jobs', 'reports'],
      },
    });
    expect(readConfig({ WAYMARK_PORT: '', DATABASE_URL: '' })).toEqual(read);
  });

  it('is refused variable by variable, with what would be right', () => {
    const read = readConfig({ WAYMARK_PORT: 'many', WAYMARK_ROLES: 'web,cook', DATABASE_URL: 'mysql://x' });
    expect(read.ok).toBe(false);
    if (read.ok) return;
    expect(read.error.map(({ variable }) => variable).sort()).toEqual([
      'DATABASE_URL',
      'WAYMARK_PORT',
      'WAYMARK_ROLES',
    ]);
    expect(read.error.find(({ variable }) => variable === 'DATABASE_URL')?.message).toContain('postgresql://');
  });

  it('takes a key of 32 bytes in base64 or hex, shows it to nobody, and says how to make one', () => {
    const key = Buffer.alloc(32, 7);
    for (const text of [key.toString('base64'), key.toString('base64url'), key.toString('hex')]) {
      expect(readConfig({ WAYMARK_SECRET_KEY: text })).toMatchObject({ ok: true, value: { secretKey: text } });
      const lines = describeConfig({ WAYMARK_SECRET_KEY: text, WAYMARK_SECRET_KEY_BEFORE: text });
      expect(JSON.stringify(lines)).not.toContain(text);
      expect(lines.filter(({ value }) => value === '…')).toHaveLength(2);
    }
    const short = readConfig({ WAYMARK_SECRET_KEY: 'too short' });
    expect(short.ok ? '' : short.error[0]?.message).toContain('openssl rand -base64 32');
  });

  it('is described without its passwords', () => {
    const lines = describeConfig({ DATABASE_URL: 'postgresql://me:secret@db/waymark', WAYMARK_PORT: '80' });
    expect(JSON.stringify(lines)).not.toContain('me:secret');
    expect(lines.find(({ variable }) => variable === 'WAYMARK_PORT')).toMatchObject({ value: '80', set: true });
    expect(lines.every(({ says }) => says.length > 10)).toBe(true);
  });
});
