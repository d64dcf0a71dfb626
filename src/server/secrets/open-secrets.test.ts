import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { AccountId, ConnectionKey } from '#prelude/ids.ts';
import { findConnection, insertConnection } from '#store/queries/connections.ts';
import { findMailSettings, saveMailSettings } from '#store/queries/mail-settings.ts';
import { type FreshDatabase, freshDatabase } from '#test/database/fresh-database.ts';
import { act, anAccount, MORNING } from '#test/database/rows.ts';
import { openSecrets } from './open-secrets.ts';
import { connectionPlace, mailPlace } from './places.ts';
import { newSecretKey } from './secret-key.ts';

let database: FreshDatabase;
beforeEach(async () => {
  const fresh = await freshDatabase();
  database = fresh;
  return () => fresh.drop();
});

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const open = (folder: string, config = {}) => openSecrets(config, folder, database.db, MORNING);

async function opened(folder: string, config = {}) {
  const box = await open(folder, config);
  if (!box.ok) throw new Error(box.error.message);
  return box.value;
}

async function codeOf(folder: string, config = {}): Promise<string> {
  const box = await open(folder, config);
  return box.ok ? 'opened' : box.error.code;
}

const place = connectionPlace('acc_1' as AccountId, 'crm' as ConnectionKey, 'live');

describe('the key file', () => {
  it('is made at the first start for its owner alone, and used from then on', async () => {
    const folder = aFolder();
    const sealed = (await opened(folder)).seal(place, 'open sesame');
    expect(statSync(join(folder, 'secret.key')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['secret.key']);
    expect((await opened(folder)).open(place, sealed)).toEqual({ ok: true, value: 'open sesame' });
  });

  it('is the same for processes that start at once', async () => {
    const folder = aFolder();
    const boxes = await Promise.all(Array.from({ length: 8 }, () => opened(folder)));
    const sealed = boxes[0]?.seal(place, 'open sesame') ?? '';
    for (const box of boxes) expect(box.open(place, sealed).ok).toBe(true);
  });

  it('is refused when others can read it, when it holds no key, and when it cannot be read', async () => {
    const folder = aFolder();
    await opened(folder);
    const path = join(folder, 'secret.key');
    chmodSync(path, 0o640);
    const readable = await open(folder);
    expect(readable).toMatchObject({ ok: false, error: { code: 'secrets.key-file' } });
    expect(readable.ok ? '' : readable.error.message).toContain(`chmod 600 ${path}`);
    chmodSync(path, 0o600);
    writeFileSync(path, 'not a key\n');
    expect(await codeOf(folder)).toBe('secrets.key-file');
    expect(await codeOf('/dev/null/nowhere')).toBe('secrets.key-file');
  });

  it('is not needed where the environment has the key', async () => {
    const folder = aFolder();
    await opened(folder, { secretKey: newSecretKey().text });
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('the key of a database', () => {
  it('cannot be another one by mistake: that is said at the start, with both names and without the keys', async () => {
    const [first, second] = [aFolder(), aFolder()];
    await opened(first);
    const wrong = await open(second);
    expect(wrong).toMatchObject({ ok: false, error: { code: 'secrets.wrong-key' } });
    const { message } = wrong.ok ? { message: '' } : wrong.error;
    expect(message).toContain('WAYMARK_SECRET_KEY_BEFORE');
    for (const folder of [first, second]) {
      expect(message).not.toContain(readFileSync(join(folder, 'secret.key'), 'utf8').trim());
    }
  });

  it('is changed by giving the one before: every secret is sealed anew, and the old key opens nothing any more', async () => {
    const [before, now] = [newSecretKey().text, newSecretKey().text];
    const scope = await anAccount(database.db);
    const { account } = scope;
    const key = 'crm' as ConnectionKey;
    const old = await opened('', { secretKey: before });
    const live = { settings: {}, secret: old.seal(connectionPlace(account, key, 'live'), 'live one') };
    const test = { settings: {}, secret: old.seal(connectionPlace(account, key, 'test'), 'test one') };
    await insertConnection(scope, database.db, { key, name: 'CRM', kind: 'http', live, test }, act());
    const password = old.seal(mailPlace(account), 'mail one');
    await saveMailSettings(scope, database.db, { settings: {}, password }, act());

    expect(await codeOf('', { secretKey: now })).toBe('secrets.wrong-key');
    expect(await codeOf('', { secretKey: now, secretKeyBefore: newSecretKey().text })).toBe('secrets.wrong-key');
    await opened('', { secretKey: now, secretKeyBefore: before });

    // From the next start on the old key is not needed any more, and is refused.
    const box = await opened('', { secretKey: now });
    const row = await findConnection(scope, database.db, key);
    expect(box.open(connectionPlace(account, key, 'live'), row?.live_secret ?? '')).toMatchObject({
      value: 'live one',
    });
    expect(box.open(connectionPlace(account, key, 'test'), row?.test_secret ?? '')).toMatchObject({
      value: 'test one',
    });
    const mail = await findMailSettings(scope, database.db);
    expect(box.open(mailPlace(account), mail?.password ?? '')).toMatchObject({ value: 'mail one' });
    expect(old.open(mailPlace(account), mail?.password ?? '').ok).toBe(false);
    expect(await codeOf('', { secretKey: before })).toBe('secrets.wrong-key');
  });

  it('may be lost: the server starts, and what was sealed with it is named as unreadable', async () => {
    const scope = await anAccount(database.db);
    const old = await opened('', { secretKey: newSecretKey().text });
    const password = old.seal(mailPlace(scope.account), 'gone');
    await saveMailSettings(scope, database.db, { settings: {}, password }, act());
    const box = await opened('', { secretKey: newSecretKey().text, secretKeyBefore: 'lost' });
    expect(box.open(mailPlace(scope.account), password)).toEqual({ ok: false, error: 'secret.unreadable' });
  });
});
