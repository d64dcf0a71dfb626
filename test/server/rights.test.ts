import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#api/address.ts';
import { problemBody } from '#api/errors.ts';
import { type Permission, ROLES, type Role } from '#api/permissions.ts';
import type { Reply } from './client.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { EVERY_ROUTE, type NamedRoute, type Sample } from './every-route.ts';

/* Role × route × own, foreign or absent account, made from the table of routes and the table of rights. */

let house: House;
let own: Account;
let foreign: Account;
const people = new Map<Role | 'nobody', Person>();

beforeAll(async () => {
  house = await openHouse({ reports: true });
  own = await house.account('Own');
  foreign = await house.account('Foreign');
  for (const role of ROLES) people.set(role, await own.person(role));
  people.set('nobody', await own.person());
}, OPENING);
afterAll(() => house.close());

const within = EVERY_ROUTE.filter(({ route }) => route.path.includes(':account'));
/** Done with one's own sessions alone, whoever may look at others. */
const OWN_ONLY = ['sessions.command', 'files.upload', 'ahead.session', 'ahead.program'];

const routes = EVERY_ROUTE.map((named) => [named.name, named] as const);

/** Sends the call as it is, whatever comes of it. */
async function send({ route }: NamedRoute, who: Person, account: string, sample: Sample): Promise<Reply> {
  const params = { ...sample.params, account };
  return who.ask(route, params, { query: sample.query, body: sample.body } as never);
}

/** Parameters that look right and lead nowhere. */
function nowhere({ route }: NamedRoute): Record<string, string> {
  const names = [...route.path.matchAll(/:([a-z]+)/gi)].map(([, name]) => name ?? '');
  const looks: Record<string, string> = { version: '1', file: 'fil_nothing', content: '0'.repeat(64) };
  return Object.fromEntries(names.map((name) => [name, looks[name] ?? 'nothing_here']));
}

describe('every route', () => {
  it.each(routes)('%s is refused to strangers', async (_name, { route }) => {
    const address = addressOf(route, nowhere({ name: '', route, way: { sample: async () => ({}) } }));
    const reply = await house.stranger().send(route.method, address);
    if (route.access === 'anybody') expect(reply.status).not.toBe(401);
    else expect([reply.status, problemBody.parse(reply.body).code]).toEqual([401, 'sign-in.needed']);
  });

  it.each(routes)('%s does what the table of rights says, for every role', async (_name, named) => {
    for (const [role, who] of people) {
      const { access } = named.route;
      if (access === 'anybody') continue;
      const needed: Permission[] = [
        ...(access === 'signed-in' || access === 'system' ? [] : [access]),
        ...(named.way.also ? [named.way.also] : []),
      ];
      const may = access !== 'system' && needed.every((permission) => who.may(permission));
      const sample = may || named.way.also ? await named.way.sample(own, who) : { params: nowhere(named) };
      const reply = await send(named, who, own.id, sample);
      // Somebody who may look at all sessions commands none but their own: to them the others are not there.
      const looksOnly = OWN_ONLY.includes(named.name) && may && !who.may('sessions.run') && !who.may('sessions.test');
      const said = `${role} ${named.name}: ${reply.status} ${JSON.stringify(reply.body).slice(0, 300)}`;
      if (looksOnly) expect(reply.status, said).toBe(404);
      else if (may && named.way.refused) expect(problemBody.parse(reply.body).code, said).toBe(named.way.refused);
      else if (may) expect(Object.keys(named.route.answers), said).toContain(String(reply.status));
      else expect([reply.status, problemBody.parse(reply.body).code], said).toEqual([403, 'permission.missing']);
    }
  });
});

describe('another account', () => {
  it.each(within.map((named) => [named.name, named] as const))(
    '%s tells nothing: what is there and what is not look the same',
    async (_name, named) => {
      const who = own.administrator;
      const theirs = await named.way.sample(foreign, foreign.administrator);
      const there = await send(named, who, foreign.id, theirs);
      const notThere = await send(named, who, 'acc_that_never_was', { ...theirs, params: nowhere(named) });
      expect(withoutRequest(there)).toEqual(withoutRequest(notThere));
      expect([there.status, problemBody.parse(there.body).code]).toEqual([404, 'not-found']);
    },
  );

  it.each(within.filter(({ route }) => /:(?!account)/.test(route.path)).map((named) => [named.name, named] as const))(
    '%s does not reach its objects through one’s own account',
    async (_name, named) => {
      const theirs = await named.way.sample(foreign, foreign.administrator);
      const there = await send(named, own.administrator, own.id, theirs);
      const notThere = await send(named, own.administrator, own.id, { ...theirs, params: nowhere(named) });
      expect(withoutRequest(there)).toEqual(withoutRequest(notThere));
      expect(there.status).toBe(404);
    },
  );
});

describe('whoever looks after the server', () => {
  it('may do everything in every account', async () => {
    const reply = await house.keeper.send('GET', `/api/v1/accounts/${foreign.id}/interactions`);
    expect(reply.status).toBe(200);
  });
});

function withoutRequest({ status, headers, body }: Reply) {
  return { status, type: headers.get('content-type'), body: { ...(body as object), request: '' } };
}
