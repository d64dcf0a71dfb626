import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { connectionRoutes } from '#api/connections.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { versionRoutes } from '#api/versions.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import { documentOf } from '#designer/document/interaction-document.ts';
import { writeInteraction } from '#format/write.ts';
import type { ConnectionKey, InteractionId } from '#prelude/ids.ts';
import { type Drawing, draw, text } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
let account: Account;
let admin: Person;
let designer: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  admin = account.administrator;
  designer = await account.person('designer');
}, OPENING);
afterAll(() => house.close());

let made = 0;
const of = (connection: ConnectionKey) => ({ account: account.id, connection });

async function aConnection(): Promise<ConnectionKey> {
  const authentication = { kind: 'none' as const };
  const live = { baseUrl: 'https://crm.example.org', headers: [], timeLimit: 5_000, retries: 2, authentication };
  const body = { key: `crm_${++made}` as ConnectionKey, name: 'Customers', kind: 'http' as const, live, test: null };
  return (await admin.call(connectionRoutes.create, { account: account.id }, { body })).key;
}

const call = (connection: string) => ({ connection, method: 'GET', path: '/', inputs: [], outputs: [] });

/** An Interaction that greets, calls a connection and calls another one. */
function calling(key: string): Drawing {
  return {
    name: 'Refund',
    elements: {
      s_a: { text: text('Hello') },
      i_call: { name: 'Look up', ...call(key) },
      i_other: { name: 'Other', ...call('another') },
    },
    connectors: ['s_a -> i_call', 'i_call.done -> i_other'],
  };
}

function file(drawing: Drawing): { id: InteractionId; bytes: string } {
  const id = `int_${++made}` as InteractionId;
  return { id, bytes: writeInteraction({ ...draw(drawing), id }) };
}

async function publish(drawing: Drawing, who = admin): Promise<InteractionId> {
  return (await who.publish(file(drawing).bytes)).interaction.id;
}

const usesOf = async (key: ConnectionKey) => (await designer.call(connectionRoutes.uses, of(key))).items;

describe('where a connection is used', () => {
  it('is told by versions, with the elements that name it and nobody else’s', async () => {
    const key = await aConnection();
    expect(await usesOf(key)).toEqual([]);
    const id = await publish(calling(key));
    await publish(calling('another'));
    const retired = await publish(calling(key));
    await admin.call(versionRoutes.retire, admin.of(retired, 1), { body: {} });
    await publish(calling(key), (await house.account('Other')).administrator);
    expect(await usesOf(key)).toEqual([
      {
        interaction: { id, name: 'Refund', trashed: false },
        place: { kind: 'version', number: 1, status: 'draft' },
        elements: [{ id: 'i_call', name: 'Look up' }],
      },
    ]);
  });

  it('is found however the file writes it, also in a button; a text that says the same is no use', async () => {
    const key = await aConnection();
    const escaped = file(calling(key));
    await admin.publish(escaped.bytes.replace(key, key.replace('c', '\\u0063')));
    const buttons = [{ id: 'look', label: text('Look up'), action: { kind: 'call', ...call(key) } }];
    const button = await publish({ name: 'Button', elements: { s_a: { text: text('Hello'), buttons } } });
    await publish({ name: 'Text', elements: { s_a: { text: text(`"${key}"`) } } });
    const found = (await usesOf(key)).map(({ interaction }) => interaction.id);
    expect(found.toSorted()).toEqual([escaped.id, button].toSorted());
  });

  it('is told page by page when there are many', async () => {
    const key = await aConnection();
    for (let n = 0; n < 23; n++) await publish(calling(key));
    const first = await admin.call(connectionRoutes.uses, of(key), { query: { limit: 20 } });
    const second = await admin.call(connectionRoutes.uses, of(key), { query: { limit: 20, cursor: first.next ?? '' } });
    expect([first.items.length, second.items.length, second.next]).toEqual([20, 3, undefined]);
  });

  it('is told by working copies as they are now', async () => {
    const key = await aConnection();
    const document = documentOf(draw(calling(key)));
    const update = () => Buffer.from(Y.encodeStateAsUpdate(document.shared)).toString('base64');
    const body = { interaction: 'int_new' as InteractionId, name: 'Refund', update: update() };
    const copy = await designer.call(workingCopyRoutes.create, { account: account.id }, { body });
    expect(await usesOf(key)).toEqual([
      {
        interaction: { id: 'int_new', name: 'Refund', trashed: false },
        place: { kind: 'working-copy', id: copy.id, name: 'Refund' },
        elements: [{ id: 'i_call', name: 'Look up' }],
      },
    ]);
    document.become(draw(calling('another')));
    const params = { account: account.id, copy: copy.id };
    await designer.call(workingCopyRoutes.update, params, { body: { update: update() } });
    expect(await usesOf(key)).toEqual([]);
  });

  it('shows what is in the trash as such', async () => {
    const key = await aConnection();
    const interaction = await publish(calling(key));
    await admin.call(interactionRoutes.delete, { account: account.id, interaction });
    expect((await usesOf(key)).map((use) => use.interaction.trashed)).toEqual([true]);
  });

  it('keeps it from being deleted while a live version does', async () => {
    const key = await aConnection();
    await publish(calling(key));
    const live = {
      name: 'Live',
      elements: { s_a: { text: text('Hello') }, i_call: { name: 'Look up', ...call(key) } },
    };
    const { interaction } = await admin.release(
      file({ ...live, connectors: ['s_a -> i_call', 'i_call.failed -> s_a', 'i_call.timed_out -> s_a'] }).bytes,
    );
    expect(await admin.refused(connectionRoutes.delete, of(key))).toBe('connection.in-use');
    await admin.call(versionRoutes.retire, admin.of(interaction.id, 1), { body: {} });
    await admin.call(connectionRoutes.delete, of(key));
    expect(await admin.refused(connectionRoutes.uses, of(key))).toBe('not-found');
  });
});
