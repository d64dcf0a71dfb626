import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionRoutes } from '#api/sessions.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { draw, text } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

const say = (words: string) => ({ text: text(words) });
const tell = (event: string) => ({ event, payload: [{ name: 'what', value: `"${event}"` }] });

const interaction = draw({
  id: 'int_tells',
  elements: {
    s_first: say('Hello'),
    h_opened: tell('opened'),
    w_paid: { until: { kind: 'event', event: 'paid', outputs: [] } },
    h_paid: tell('paid'),
    s_last: say('Bye'),
  },
  connectors: ['s_first -> h_opened', 'h_opened -> w_paid', 'w_paid -> h_paid', 'h_paid -> s_last'],
});

let house: House;
let account: Account;
let agent: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  await account.administrator.release(writeInteraction(interaction));
  agent = await account.person('agent');
}, OPENING);
afterAll(() => house.close());

it('tells the host with the answer to a command, and whoever looks on of what happened meanwhile', async () => {
  const first = await agent.start('int_tells' as InteractionId);
  expect(first.tells).toBeUndefined();
  const waiting = await agent.answer(first);
  expect(waiting.tells).toEqual([{ id: 'e1', name: 'opened', payload: { what: 'opened' } }]);
  expect(waiting.page?.wait).toMatchObject({ kind: 'wait' });
  const at = { account: account.id, session: first.id };
  const looking = agent.call(sessionRoutes.read, at, { query: { after: waiting.seq } });
  await account.administrator.call(sessionRoutes.event, at, { body: { name: 'paid' } });
  expect(await looking).toMatchObject({
    page: { element: 's_last' },
    tells: [{ name: 'paid', payload: { what: 'paid' } }],
  });
  expect((await agent.look(first)).tells).toBeUndefined();
});
