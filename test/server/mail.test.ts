import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyRoutes } from '#api/api-keys.ts';
import { auditRoutes } from '#api/audit.ts';
import { problemBody } from '#api/errors.ts';
import { type MailSettingsToSet, mailRoutes } from '#api/mail.ts';
import { sendAccountMail } from '#server/effects/mail.ts';
import { accountScope } from '#store/scope.ts';
import { mailServer } from '#test/effects/mail-server.ts';
import { closedPort } from '#test/effects/outside.ts';
import { Client } from './client.ts';
import { type Account, type House, OPENING, openHouse } from './driver.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse({ environment: { WAYMARK_ALLOW_PRIVATE_CALLS: '1' } });
}, OPENING);
afterAll(() => house.close());

const SERVER: MailSettingsToSet = {
  host: 'smtp.example.org',
  port: 587,
  security: 'starttls',
  user: 'service',
  password: 'pass wörd',
  from: { name: 'Northwind Service', address: 'service@northwind.example' },
  replyTo: null,
};

const change = (account: Account, body: MailSettingsToSet) =>
  account.administrator.call(mailRoutes.change, { account: account.id }, { body });

async function refusedField(account: Account, body: MailSettingsToSet) {
  const reply = await account.administrator.ask(mailRoutes.change, { account: account.id }, { body });
  return (problemBody.parse(reply.body).fields ?? []).map(({ field }) => field);
}

describe('the mail server of an account', () => {
  it('is entered, shown without its password, changed and removed', async () => {
    const account = await house.account('Acme');
    const { administrator } = account;
    const at = { account: account.id };
    expect(await administrator.call(mailRoutes.read, at)).toEqual({ settings: null, abilities: ['change'] });
    const entered = await change(account, SERVER);
    const { password: _, ...shown } = SERVER;
    expect(entered.settings).toMatchObject({ ...shown, password: 'set', modifiedBy: { id: administrator.id } });
    expect(entered.abilities).toEqual(['change', 'remove', 'try']);
    const { password: _again, ...without } = SERVER;
    const renamed = await change(account, {
      ...without,
      from: { ...SERVER.from, name: 'Service' },
      replyTo: 'answers@northwind.example',
    });
    expect(renamed.settings).toMatchObject({
      password: 'set',
      from: { name: 'Service' },
      replyTo: 'answers@northwind.example',
    });
    expect((await change(account, { ...without, user: null })).settings).toMatchObject({
      user: null,
      password: 'none',
    });
    await administrator.call(mailRoutes.remove, at);
    expect((await administrator.call(mailRoutes.read, at)).settings).toBeNull();
    expect(await administrator.refused(mailRoutes.remove, at)).toBe('not-found');
  });

  it('asks for the password again before it goes to another server or for another user', async () => {
    const account = await house.account('Acme');
    await change(account, SERVER);
    const { password: _, ...without } = SERVER;
    for (const other of [
      { host: 'smtp.evil.example' },
      { port: 2525 },
      { security: 'tls' as const },
      { user: 'other' },
    ]) {
      expect(await refusedField(account, { ...without, ...other })).toEqual(['body.password']);
    }
  });

  it('is not changed by somebody who saw an older one', async () => {
    const account = await house.account('Acme');
    const { administrator } = account;
    const at = { account: account.id };
    const tag = (await administrator.ask(mailRoutes.read, at)).headers.get('etag') ?? '';
    const headers = { 'if-match': tag };
    await administrator.call(mailRoutes.change, at, { body: SERVER, headers });
    expect(await administrator.refused(mailRoutes.change, at, { body: SERVER, headers })).toBe('object.changed');
  });

  it.each([
    ['the metadata of a cloud', { host: '169.254.169.254' }, 'body.host'],
    ['a host that is none', { host: 'smtp_example org' }, 'body.host'],
    ['a port that is none', { port: 70_000 }, 'body.port'],
    [
      'a line break in the sender',
      { from: { name: 'A\r\nBcc: b@example.org', address: 'a@example.org' } },
      'body.from.name',
    ],
    ['a sender that is none', { from: { name: 'A', address: 'a@' } }, 'body.from.address'],
    ['a line break in the user', { user: 'a\nb' }, 'body.user'],
  ])('with %s is refused at the field', async (_name, over, field) => {
    const account = await house.account('Acme');
    expect(await refusedField(account, { ...SERVER, ...over })).toEqual([field]);
  });

  it('may be without encryption nowhere but on this machine, and only where that is allowed', async () => {
    await using strict = await openHouse();
    const account = await strict.account('Acme');
    const body = { ...SERVER, host: 'smtp.example.org', security: 'none' as const };
    expect(await refusedField(account, body)).toEqual(['body.host']);
    expect(await refusedField(account, { ...SERVER, port: 6379 })).toEqual(['body.host']);
    expect(await refusedField(account, { ...SERVER, host: '127.0.0.1' })).toEqual(['body.host']);
  });

  it('belongs to those who set it up', async () => {
    const account = await house.account('Acme');
    for (const role of ['designer', 'interaction-administrator', 'agent'] as const) {
      const person = await account.person(role);
      expect(await person.refused(mailRoutes.read, { account: account.id })).toBe('permission.missing');
    }
  });

  it('is told of in the audit log, without its password', async () => {
    const account = await house.account('Acme');
    const { administrator } = account;
    await change(account, SERVER);
    await administrator.call(mailRoutes.remove, { account: account.id });
    const { items } = await administrator.call(
      auditRoutes.list,
      { account: account.id },
      { query: { object: 'mail' } },
    );
    expect(items.map(({ what, details }) => [what, details])).toEqual([
      ['mail.removed', {}],
      [
        'mail.changed',
        {
          host: 'smtp.example.org',
          port: 587,
          security: 'starttls',
          from: 'service@northwind.example',
          password: 'replaced',
        },
      ],
    ]);
  });
});

describe('trying it', () => {
  const near = (port: number): MailSettingsToSet => ({
    ...SERVER,
    host: '127.0.0.1',
    port,
    security: 'none',
    user: null,
  });

  it('sends a mail to whoever asks, and says how that went', async () => {
    const account = await house.account('Acme');
    const { administrator } = account;
    const post = await mailServer({ security: 'none' });
    await change(account, near(post.port));
    const tried = await administrator.call(mailRoutes.try, { account: account.id });
    expect(tried).toMatchObject({
      status: 'done',
      code: null,
      message: `The mail server took the mail to ${administrator.email}.`,
    });
    expect(post.arrived.map(({ to, mail }) => [to, mail.subject])).toEqual([
      [[administrator.email], 'Mail from Waymark works'],
    ]);
    await change(account, near(await closedPort()));
    expect(await administrator.call(mailRoutes.try, { account: account.id })).toMatchObject({
      status: 'failed',
      code: 'net.unreachable',
    });
  });

  it('is refused where there is no mail server, and to a program, which has no address', async () => {
    const account = await house.account('Acme');
    const { administrator } = account;
    const at = { account: account.id };
    expect(await administrator.refused(mailRoutes.try, at)).toBe('mail.not-set-up');
    await change(account, SERVER);
    const body = { name: 'Program', roles: ['account-administrator' as const] };
    const { key } = await administrator.call(apiKeyRoutes.create, at, { body });
    const program = new Client(administrator.url);
    program.apiKey = key;
    expect(await program.refused(mailRoutes.try, at)).toBe('mail.no-address');
  });
});

describe('mail of an account', () => {
  it('goes through its own server with its own password, and nobody else’s', async () => {
    const { services } = house.server;
    const known = { user: 'service', password: 'pass wörd' };
    const post = await mailServer({ security: 'none', account: known });
    const [acme, other] = [await house.account('Acme'), await house.account('Other')];
    await change(acme, { ...SERVER, ...known, host: '127.0.0.1', port: post.port, security: 'none' });
    const letter = { id: 'eff_1', to: ['zoe@customer.example'], subject: 'Call back', text: 'At 15:00' };
    const send = (account: Account) => sendAccountMail(services, accountScope(account.id), letter, { kind: 'live' });
    expect(await send(acme)).toMatchObject({ status: 'done', sentTo: ['zoe@customer.example'] });
    expect(await send(other)).toMatchObject({ status: 'failed', code: 'mail.not-set-up' });
    expect(post.arrived).toHaveLength(1);
    // A row that is moved to another account is worth nothing there.
    const { db } = services;
    const row = await db
      .selectFrom('mail_settings')
      .selectAll()
      .where('account_id', '=', acme.id)
      .executeTakeFirstOrThrow();
    await db
      .insertInto('mail_settings')
      .values({ ...row, settings: JSON.stringify(row.settings), account_id: other.id })
      .execute();
    expect(await send(other)).toMatchObject({ status: 'failed', code: 'secret.unreadable' });
    expect(post.arrived).toHaveLength(1);
  });
});
