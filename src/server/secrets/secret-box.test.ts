import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AccountId, ConnectionKey } from '#prelude/ids.ts';
import { connectionPlace, mailPlace } from './places.ts';
import { secretBox } from './secret-box.ts';
import { newSecretKey, readSecretKey } from './secret-key.ts';

const acme = 'acc_acme' as AccountId;
const crm = 'crm' as ConnectionKey;
const place = connectionPlace(acme, crm, 'live');
const box = secretBox(newSecretKey().key);

describe('a sealed secret', () => {
  it('opens where it belongs, whatever it holds, and looks different each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (secret) => {
        const sealed = box.seal(place, secret);
        expect(box.open(place, sealed)).toEqual({ ok: true, value: secret });
        expect(box.seal(place, secret)).not.toBe(sealed);
      }),
    );
  });

  it('says with which key it was sealed, and nothing of the secret', () => {
    const sealed = box.seal(place, 'open sesame');
    expect(sealed).toMatch(/^v1\.[0-9a-f]{16}\.[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]+$/);
    for (const form of ['utf8', 'base64', 'base64url', 'hex'] as const) {
      expect(sealed).not.toContain(Buffer.from('open sesame').toString(form));
    }
  });

  it.each([
    ['another account', connectionPlace('acc_other' as AccountId, crm, 'live')],
    ['another connection', connectionPlace(acme, 'erp' as ConnectionKey, 'live')],
    ['the other side', connectionPlace(acme, crm, 'test')],
    ['the mail server', mailPlace(acme)],
  ])('does not open when it is moved to %s', (_name, elsewhere) => {
    expect(box.open(elsewhere, box.seal(place, 'open sesame'))).toEqual({ ok: false, error: 'secret.unreadable' });
  });

  it('does not open with another key, nor when any bit of it was changed', () => {
    const sealed = box.seal(place, 'open sesame');
    expect(secretBox(newSecretKey().key).open(place, sealed).ok).toBe(false);
    const [version, id, nonce = '', text = ''] = sealed.split('.');
    for (const [part, index] of [
      [nonce, 2],
      [text, 3],
    ] as const) {
      const bytes = Buffer.from(part, 'base64url');
      for (let bit = 0; bit < bytes.length * 8; bit++) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8((changed[bit >> 3] ?? 0) ^ (1 << (bit & 7)), bit >> 3);
        const parts = [version, id, nonce, text];
        parts[index] = changed.toString('base64url');
        expect(box.open(place, parts.join('.')).ok).toBe(false);
      }
    }
  });

  it.each(['', 'v1', 'v1.a.b.c', 'v2.x.y.z', '....', 'open sesame'])('“%s” is none', (text) => {
    expect(box.open(place, text)).toEqual({ ok: false, error: 'secret.unreadable' });
  });

  it('cannot be cut short: a part of the seal is no seal', () => {
    const sealed = box.seal(place, '');
    for (let length = 0; length < sealed.length; length++) {
      expect(box.open(place, sealed.slice(0, length)).ok).toBe(false);
    }
  });

  it('of the key before still opens, and is not current', () => {
    const [before, now] = [newSecretKey().key, newSecretKey().key];
    const sealed = secretBox(before).seal(place, 'open sesame');
    const both = secretBox(now, [before]);
    expect(both.open(place, sealed)).toEqual({ ok: true, value: 'open sesame' });
    expect([both.isCurrent(sealed), both.isCurrent(both.seal(place, 'x'))]).toEqual([false, true]);
  });
});

describe('a key', () => {
  it('is 32 bytes in hex or either base64, and is named without being told', () => {
    const { key, text } = newSecretKey();
    for (const form of ['base64', 'base64url', 'hex'] as const) {
      expect(readSecretKey(key.bytes.toString(form))).toEqual(key);
    }
    expect(readSecretKey(text)).toEqual(key);
    expect(key.bytes.toString('hex')).not.toContain(key.id);
    for (const wrong of ['', 'secret', 'a'.repeat(42), 'a'.repeat(65), key.bytes.subarray(1).toString('hex')]) {
      expect(readSecretKey(wrong)).toBeUndefined();
    }
  });
});
