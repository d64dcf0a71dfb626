import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { inTransaction } from '#server/http/transaction.ts';
import { programs } from '#server/programs.ts';
import { accountScope } from '#store/scope.ts';
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

  it('that comes to a server which has just started has its Interaction compiled once, not once each', async () => {
    const { catalog, accountValues, db } = house.server.services;
    const fresh = programs(catalog, accountValues);
    const pin = { interaction_id: interaction, version_number: 1 };
    const got = await Promise.all(Array.from({ length: CROWD }, () => fresh.of(accountScope(account.id), db, pin)));
    expect(new Set(got).size).toBe(1);
  });

  it('gets it compiled where the one who was at it first gave up', async () => {
    const { catalog, accountValues, db } = house.server.services;
    const fresh = programs(catalog, accountValues);
    const pin = { interaction_id: interaction, version_number: 1 };
    const scope = accountScope(account.id);
    const broken = inTransaction(db, async (within) => {
      await sql`select 1 / 0`.execute(within).catch(() => {});
      return { ok: true, value: await fresh.of(scope, within, pin) };
    });
    const [first, second] = await Promise.allSettled([broken, fresh.of(scope, db, pin)]);
    expect([first.status, second.status]).toEqual(['rejected', 'fulfilled']);
  });
});
