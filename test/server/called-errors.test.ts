import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { versionRoutes } from '#api/versions.ts';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
let account: Account;
let admin: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  admin = account.administrator;
}, OPENING);
afterAll(() => house.close());

/** Says something; with the placeholder of a value that nobody has, it has an error. */
const words = (id: string, name: string, text: string, tests: JsonObject = {}) =>
  writeInteraction(draw({ id, name, elements: { s_words: { text: { en: text } } }, tests }));

const FAILING = { t_1: { name: 'Says hello', answers: [], expect: { shows: ['Hello'] } } };

const runs = (id: string, name: string, callee: string) =>
  writeInteraction(
    draw({ id, name, elements: { u_run: { interaction: callee, inputs: [], outputs: [], outcomes: [] } } }),
  );

const approval = { body: { goLive: true } };

/** How an approval is refused: the code, and the sentence for people. */
async function refusal(who: Person, interaction: InteractionId, version = 1) {
  const { status, body } = await who.ask(versionRoutes.approve, who.of(interaction, version), approval);
  const { code, detail } = body as { code: string; detail: string };
  return { status, code, detail };
}

describe('an Interaction that runs another one with errors', () => {
  it('is published, but neither approved nor offered for it, and says which one, how many and where to go', async () => {
    await admin.publish(words('int_greeting', 'Greeting', 'Hello {nobody} and {noone}'));
    const made = await admin.publish(runs('int_call', 'Call', 'int_greeting'));
    const sentence =
      '“Greeting”, version 1, which this Interaction runs, has 2 errors; correct them, publish “Greeting” and make it live, then publish this Interaction again';
    expect(made).toMatchObject({ status: 'draft', problems: { errors: 0 } });
    expect(made.calledProblems).toEqual([
      {
        code: 'called.has-errors',
        severity: 'error',
        element: 'u_run',
        path: 'elements.u_run.interaction',
        message: sentence,
      },
    ]);
    const { items } = await admin.call(versionRoutes.list, { account: account.id, interaction: made.interaction.id });
    expect(items[0]?.heldUp).toEqual([
      {
        code: 'version.runs-errors',
        message: sentence,
        from: { interaction: 'int_greeting', name: 'Greeting', version: 1 },
      },
    ]);
    expect(items[0]?.abilities).not.toContain('approve');
    expect(items[0]?.abilities).toContain('request-changes');
    expect(await refusal(admin, made.interaction.id)).toEqual({
      status: 409,
      code: 'version.runs-errors',
      detail: `${sentence}.`,
    });
  });

  it('can be approved when that one is mended and it is published again, though it has not changed itself', async () => {
    await admin.publish(words('int_mended', 'Mended', 'Hello {nobody}'));
    const caller = runs('int_patient', 'Patient', 'int_mended');
    const { interaction } = await admin.publish(caller);
    expect(await admin.publish(caller)).toMatchObject({ number: 1, heldUp: [{ code: 'version.runs-errors' }] });
    await admin.release(words('int_mended', 'Mended', 'Hello.'));
    expect(await refusal(admin, interaction.id)).toMatchObject({ code: 'version.runs-errors' });
    expect(await admin.publish(caller)).toMatchObject({ number: 2, heldUp: [], calledProblems: [] });
    expect(await admin.approve(interaction.id, 2)).toMatchObject({ status: 'live' });
    // What runs nothing with errors stays one version, whatever becomes of the other one.
    await admin.release(words('int_mended', 'Mended', 'Good day.'));
    expect(await admin.publish(caller)).toMatchObject({ number: 2 });
  });

  it('is held up by what runs deep below it, and told by which way', async () => {
    await admin.publish(words('int_deep', 'Deep', 'Hello {nobody}'));
    await admin.publish(runs('int_between', 'Between', 'int_deep'));
    const { interaction, heldUp } = await admin.publish(runs('int_top', 'Top', 'int_between'));
    const sentence =
      '“Deep”, version 1, which “Between” runs, has 1 error; correct it, publish “Deep”, then “Between” and make each live, then publish this Interaction again';
    expect(heldUp.map(({ message }) => message)).toEqual([sentence]);
    expect(await refusal(admin, interaction.id)).toMatchObject({ code: 'version.runs-errors', detail: `${sentence}.` });
    await admin.release(words('int_deep', 'Deep', 'Hello.'));
    await admin.release(runs('int_between', 'Between', 'int_deep'));
    expect(await admin.release(runs('int_top', 'Top', 'int_between'))).toMatchObject({ number: 2, status: 'live' });
  });

  it('is judged as things stand when it is approved, and again when it goes live', async () => {
    await admin.release(words('int_turning', 'Turning', 'Hello.'));
    const { interaction } = await admin.publish(runs('int_late', 'Late', 'int_turning'));
    const find = (errors: number) =>
      house.server.services.db
        .updateTable('versions')
        .set({ problems: JSON.stringify({ errors, warnings: 0, infos: 0 }) })
        .where('interaction_id', '=', 'int_turning' as InteractionId)
        .execute();
    await find(1);
    expect(await refusal(admin, interaction.id)).toMatchObject({ code: 'version.runs-errors' });
    await find(0);
    await admin.approve(interaction.id, 1, false);
    await find(1);
    const live = await admin.refused(versionRoutes.goLive, admin.of(interaction.id, 1), { body: {} });
    expect(live).toBe('version.runs-errors');
    const shown = await admin.call(versionRoutes.read, admin.of(interaction.id, 1));
    expect(shown.abilities).not.toContain('go-live');
    expect(shown.heldUp).toHaveLength(1);
  });

  it('that comes back to it, is held up by the other one and not by itself', async () => {
    await admin.publish(runs('int_ping', 'Ping', 'int_pong'));
    const pong = await admin.publish(runs('int_pong', 'Pong', 'int_ping'));
    expect(pong.heldUp.map(({ code, from }) => [code, from?.name])).toEqual([['version.runs-errors', 'Ping']]);
  });
});

describe('an Interaction that runs another one whose tests failed', () => {
  it('is held up where the account wants tests to pass', async () => {
    await admin.publish(words('int_untrue', 'Untrue', 'Good day.', FAILING));
    const { interaction, heldUp, calledProblems } = await admin.publish(runs('int_trusting', 'Trusting', 'int_untrue'));
    const sentence =
      '“Untrue”, version 1, which this Interaction runs, has 1 failed test; mend “Untrue” or its tests, publish “Untrue” and make it live, then publish this Interaction again';
    expect(heldUp).toMatchObject([{ code: 'version.runs-failed-tests', message: sentence }]);
    expect(calledProblems).toMatchObject([{ code: 'called.tests-failed', severity: 'warning', message: sentence }]);
    expect(await refusal(admin, interaction.id)).toMatchObject({
      code: 'version.runs-failed-tests',
      detail: `${sentence}.`,
    });
  });

  it('is not held up where the account lets it, but told', async () => {
    const { administrator } = await house.account('Lenient', { testsMustPass: false });
    await administrator.publish(words('int_untrue', 'Untrue', 'Good day.', FAILING));
    const { interaction, heldUp, calledProblems } = await administrator.publish(
      runs('int_trusting', 'Trusting', 'int_untrue'),
    );
    expect([heldUp, calledProblems.map(({ code }) => code)]).toEqual([[], ['called.tests-failed']]);
    expect(await administrator.approve(interaction.id, 1)).toMatchObject({ status: 'live' });
  });
});
