import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiKeyRoutes } from '#api/api-keys.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { userRoutes } from '#api/users.ts';
import { steppedClock } from '#prelude/ports.ts';
import { type Account, type House, OPENING, openHouse, PASSWORD, Person } from './driver.ts';

const A_DAY = 24 * 3_600_000;
const clock = steppedClock(Date.UTC(2026, 10, 22, 9));
let house: House;
let account: Account;
beforeAll(async () => {
  house = await openHouse({ clock });
  account = await house.account('Acme');
}, OPENING);
afterAll(() => house.close());

/** Time to forget the attempts of other tests. */
const rest = () => clock.advance(3_600_000);
const attempt = (email: string, password: string, headers?: Record<string, string>) =>
  house.stranger().ask(signInRoutes.signIn, {}, { body: { email, password }, ...(headers ? { headers } : {}) });

describe('signing in', () => {
  it('gives a cookie that scripts cannot read and other sites cannot use', async () => {
    rest();
    const { email } = account.administrator;
    const reply = await attempt(email.toUpperCase(), PASSWORD);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('set-cookie')).toMatch(
      /^waymark=[\w-]{43}; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect(reply.body).toMatchObject({ user: { email }, accounts: [{ id: account.id, name: 'Acme' }] });
  });

  it('says the same of a wrong password and of an address that nobody has', async () => {
    rest();
    const wrong = await attempt(account.administrator.email, 'not the password');
    const nobody = await attempt('nobody@example.org', 'not the password');
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect({ ...(nobody.body as object), request: '' }).toEqual({ ...(wrong.body as object), request: '' });
  });

  it('takes as long for an address that nobody has', async () => {
    rest();
    const time = async (email: string) => {
      const began = performance.now();
      await attempt(email, 'not the password');
      return performance.now() - began;
    };
    await time('warm@example.org');
    const known = await time(account.administrator.email);
    const unknown = await time('unknown@example.org');
    // Both hash; without that, the unknown one would be over in a tenth of the time.
    expect(unknown).toBeGreaterThan(known / 4);
  });

  it(
    'stops whoever guesses at one person, but lets that person in elsewhere after a while',
    async () => {
      rest();
      const { email } = await account.person('agent');
      const statuses: number[] = [];
      for (let n = 0; n < 12; n++) statuses.push((await attempt(email, `guess ${n}`)).status);
      expect(statuses.slice(0, 7)).toEqual(Array(7).fill(401));
      expect(statuses.slice(-3)).toEqual([429, 429, 429]);
      const refused = await attempt(email, PASSWORD);
      expect(refused).toMatchObject({ status: 429, body: { code: 'sign-in.too-many' } });
      clock.advance(Number(refused.headers.get('retry-after')) * 1000);
      expect((await attempt(email, PASSWORD)).status).toBe(200);
    },
    OPENING,
  );

  it(
    'stops one address that tries many people',
    async () => {
      rest();
      const statuses: number[] = [];
      for (let n = 0; n < 40; n++) statuses.push((await attempt(`victim${n}@example.org`, 'Summer2026!')).status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(30);
      expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    },
    OPENING,
  );

  it('ends at once when one signs out', async () => {
    rest();
    const leaving = await account.person('agent');
    const { cookie } = leaving;
    await leaving.call(signInRoutes.signOut, {});
    expect(leaving.cookie).toBeUndefined();
    leaving.cookie = cookie;
    expect(await leaving.refused(signInRoutes.me, {})).toBe('sign-in.needed');
  });

  it('ends after a week', async () => {
    const week = steppedClock(clock.now());
    await using other = await openHouse({ clock: week });
    week.advance(6 * A_DAY);
    expect((await other.keeper.call(signInRoutes.me, {})).user.id).toBe(other.keeper.id);
    week.advance(A_DAY);
    expect(await other.keeper.refused(signInRoutes.me, {})).toBe('sign-in.needed');
  });

  it('keeps no token and no password in the clear', async () => {
    rest();
    const person = await account.person('agent');
    const token = person.cookie?.split('=')[1] ?? '';
    const { db } = house.server.services;
    const rows = JSON.stringify([
      await db.selectFrom('sign_ins').selectAll().execute(),
      await db.selectFrom('users').selectAll().execute(),
    ]);
    expect(token).toHaveLength(43);
    expect(rows).not.toContain(token);
    expect(rows).not.toContain(PASSWORD);
    expect(rows).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
  });
});

describe('a password', () => {
  it('is changed by whoever knows it, which signs out everybody else', async () => {
    rest();
    const here = await account.person('agent');
    const elsewhere = await Person.signIn(house.server.url, here.email, account.id);
    const next = 'an even longer password';
    expect(await here.refused(signInRoutes.changePassword, {}, { body: { current: 'not this one', next } })).toBe(
      'password.wrong',
    );
    await here.call(signInRoutes.changePassword, {}, { body: { current: PASSWORD, next } });
    expect(await elsewhere.refused(signInRoutes.me, {})).toBe('sign-in.needed');
    expect((await here.call(signInRoutes.me, {})).user.id).toBe(here.id);
    expect((await attempt(here.email, PASSWORD)).status).toBe(401);
    expect((await attempt(here.email, next)).status).toBe(200);
  });

  it('is refused when it is short', async () => {
    rest();
    const person = await account.person('agent');
    const reply = await person.ask(signInRoutes.changePassword, {}, { body: { current: PASSWORD, next: 'short' } });
    expect(reply.body).toMatchObject({ code: 'request.invalid', fields: [{ field: 'body.next' }] });
  });
});

describe('people of an account', () => {
  it('are shut out at once', async () => {
    rest();
    const agent = await account.person('agent');
    const params = { account: account.id, user: agent.id };
    await account.administrator.call(userRoutes.change, params, { body: { disabled: true } });
    expect(await agent.refused(signInRoutes.me, {})).toBe('sign-in.needed');
    await account.administrator.call(userRoutes.change, params, { body: { disabled: false } });
    expect((await attempt(agent.email, PASSWORD)).status).toBe(200);
  });

  it('lose a right with the role that gave it', async () => {
    rest();
    const designer = await account.person('designer');
    const list = () => designer.ask(interactionRoutes.list, { account: account.id });
    expect((await list()).status).toBe(200);
    const params = { account: account.id, user: designer.id };
    await account.administrator.call(userRoutes.change, params, { body: { roles: ['agent'] } });
    expect((await list()).status).toBe(403);
  });

  it('always include an administrator', async () => {
    rest();
    const lonely = await house.account('Lonely');
    const params = { account: lonely.id, user: lonely.administrator.id };
    for (const body of [{ roles: ['agent' as const] }, { disabled: true }]) {
      expect(await lonely.administrator.refused(userRoutes.change, params, { body })).toBe('user.last-administrator');
    }
  });

  it('cannot be taken from another account', async () => {
    rest();
    const other = await house.account('Other');
    const body = { email: account.administrator.email, name: 'Mine now', roles: [], password: PASSWORD };
    expect(await other.administrator.refused(userRoutes.add, { account: other.id }, { body })).toBe('user.email-taken');
  });
});

describe('an API key', () => {
  it('works in its account with its roles until it is withdrawn, and is shown once', async () => {
    rest();
    const { administrator, id } = account;
    const body = { name: 'Nightly', roles: ['analyst' as const] };
    const made = await administrator.call(apiKeyRoutes.create, { account: id }, { body });
    const program = house.stranger();
    program.apiKey = made.key;
    expect((await program.ask(interactionRoutes.list, { account: id })).status).toBe(200);
    expect(
      await program.refused(
        userRoutes.add,
        { account: id },
        {
          body: { email: 'x@example.org', name: 'X', roles: [], password: PASSWORD },
        },
      ),
    ).toBe('permission.missing');
    const other = await house.account('Elsewhere');
    expect(await program.refused(interactionRoutes.list, { account: other.id })).toBe('not-found');
    const { items } = await administrator.call(apiKeyRoutes.list, { account: id });
    expect(JSON.stringify(items)).not.toContain(made.key);
    expect(items.find((key) => key.id === made.id)).toMatchObject({ name: 'Nightly', lastUsedAt: clock.now() });
    program.apiKey = `${made.key.slice(0, -1)}${made.key.endsWith('A') ? 'B' : 'A'}`;
    expect(await program.refused(interactionRoutes.list, { account: id })).toBe('sign-in.needed');
    program.apiKey = made.key;
    await administrator.call(apiKeyRoutes.withdraw, { account: id, key: made.id });
    expect(await program.refused(interactionRoutes.list, { account: id })).toBe('sign-in.needed');
  });
});
