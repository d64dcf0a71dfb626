import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addressOf } from '#api/address.ts';
import { aheadRoutes } from '#api/ahead.ts';
import type { SessionBody } from '#api/sessions.ts';
import { valueRoutes } from '#api/values.ts';
import { writeInteraction } from '#format/write.ts';
import type { SessionId } from '#prelude/ids.ts';
import { ask, say, texts } from '#test/engine/agent.ts';
import { draw } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

const PIN = '4711-never-written';

/* What players step ahead with: who gets it, and how much. */

let house: House;
let account: Account;
let agent: Person;
let session: SessionBody;

beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme', { timeZone: 'Asia/Tokyo' });
  agent = await account.person('agent');
  const { administrator } = account;
  for (const key of ['read_here', 'read_nowhere', 'read_by_mail'] as never[]) {
    const body = { key, label: 'Notice', type: 'text' as const, live: { en: `live ${key}` } };
    await administrator.call(valueRoutes.create, { account: account.id }, { body });
  }
  await administrator.release(
    writeInteraction(
      draw({
        id: 'int_callee',
        variables: texts('city'),
        elements: { q_city: ask('city'), e_known: { outcome: 'known' } },
        connectors: ['q_city -> e_known'],
      }),
    ),
  );
  await administrator.release(
    writeInteraction(
      draw({
        id: 'int_ahead',
        variables: { ...texts('name'), pin: { type: 'text', label: 'PIN', privacy: 'secret' } },
        elements: {
          q_pin: { text: { en: 'PIN?' }, answer: { kind: 'secret', variable: 'pin' } },
          q_name: ask('name'),
          s_hello: say('{values.read_here}'),
          u_who: { interaction: 'int_callee', inputs: [], outputs: [], outcomes: [] },
          m_mail: { to: [{ address: '"a@b.c"' }], subject: { en: 'x' }, text: { en: '{values.read_by_mail}' } },
        },
        connectors: ['q_pin -> q_name', 'q_name -> s_hello', 's_hello -> u_who', 'u_who.otherwise -> m_mail'],
      }),
    ),
  );
  session = await agent.answer(await agent.start('int_ahead' as never), PIN);
}, OPENING);
afterAll(() => house.close());

const aheadOf = (who: Person, { id }: { id: SessionId }) =>
  who.ask(aheadRoutes.session, { account: account.id, session: id });
const programOf = async (who: Person) => {
  const { program } = await agent.call(aheadRoutes.session, { account: account.id, session: session.id });
  return who.ask(aheadRoutes.program, { account: account.id, ...program });
};

describe('whoever runs a session', () => {
  it('gets its state as the log tells it, and of the account only what is read on the way', async () => {
    const { status, body } = await aheadOf(agent, session);
    expect(status).toBe(200);
    expect(body).toMatchObject({ seq: 2, state: { at: 'q_name', secrets: { pin: 'q_pin' } } });
    expect(body).toMatchObject({
      values: { read_here: 'live read_here' },
      valueTypes: { read_here: { kind: 'text' } },
      timeZone: 'Asia/Tokyo',
    });
    const text = JSON.stringify(body);
    for (const kept of [PIN, 'read_nowhere', 'read_by_mail']) expect(text).not.toContain(kept);
  });

  it('gets the program with the versions that it calls, to be kept for good', async () => {
    const { status, headers, body } = await programOf(agent);
    expect(status).toBe(200);
    expect(headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
    expect(body).toMatchObject({
      pinned: [{ interaction: { id: 'int_ahead' } }, { interaction: { id: 'int_callee' } }],
    });
    expect(JSON.stringify(body)).not.toContain('a@b.c');
  });

  it('gets another address when the content is another', async () => {
    const { program } = await agent.call(aheadRoutes.session, { account: account.id, session: session.id });
    const reply = await agent.ask(aheadRoutes.program, {
      account: account.id,
      ...program,
      content: '0'.repeat(64) as never,
    });
    expect(reply.status).toBe(404);
  });
});

describe('others', () => {
  it('see nothing of it: not a colleague, nor who may look at the sessions of everybody', async () => {
    const others = [await account.person('agent'), account.administrator, await account.person('analyst')];
    for (const who of others) {
      expect((await aheadOf(who, session)).status).toBe(404);
      expect((await programOf(who)).status).toBe(404);
    }
    expect(
      (await house.stranger().send('GET', addressOf(aheadRoutes.session, { account: account.id, session: session.id })))
        .status,
    ).toBe(401);
  });

  it('see nothing of it any more when the session is over', async () => {
    const other = await account.person('agent');
    const theirs = await other.start('int_ahead' as never);
    expect((await programOf(other)).status).toBe(200);
    await other.command(theirs, { kind: 'quit' });
    expect((await programOf(other)).status).toBe(404);
    expect((await aheadOf(other, theirs)).body).toMatchObject({ state: null });
  });
});
