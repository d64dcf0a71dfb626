import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';
import { seed } from './files.ts';

/** More than a server process has connections to its database. */
const CROWD = 60;

let house: House;
let account: Account;
let agent: Person;
let interaction: InteractionId;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme', { selfApproval: true });
  agent = await account.person('agent');
  interaction = (await account.administrator.release(seed())).interaction.id;
}, OPENING);
afterAll(() => house.close());

describe('a crowd', () => {
  it('that starts its calls while somebody changes what all of them are told gets them all', async () => {
    const told = {
      key: 'outage' as AccountValue['key'],
      label: 'Outage',
      type: 'text' as const,
      live: { en: 'None.' },
    };
    await account.administrator.call(valueRoutes.create, { account: account.id }, { body: told });
    const started = await Promise.all(Array.from({ length: CROWD }, () => agent.start(interaction)));
    expect(new Set(started.map(({ id }) => id)).size).toBe(CROWD);
  });
});
