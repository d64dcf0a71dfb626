import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import type { InteractionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw } from '#test/factories/draw.ts';
import { type Account, type House, OPENING, openHouse, type Person } from './driver.ts';

let house: House;
let account: Account;
let admin: Person;
let agent: Person;
beforeAll(async () => {
  house = await openHouse();
  account = await house.account('Acme');
  admin = account.administrator;
  agent = await account.person('agent');
}, OPENING);
afterAll(() => house.close());

const say = (en: string): JsonObject => ({ text: { en } });
const IDENTITY = 'int_identity';

/** Asks for a name and ends as verified or not. */
const identity = (words: string) =>
  writeInteraction(
    draw({
      id: IDENTITY,
      name: 'Identity',
      variables: { name: { type: 'text', label: 'Name' } },
      elements: {
        q_name: { ...say(words), answer: { kind: 'short-text', variable: 'name' } },
        e_verified: { outcome: 'verified' },
      },
      connectors: ['q_name -> e_verified'],
    }),
  );

const caller = (id: string) =>
  writeInteraction(
    draw({
      id,
      variables: { person: { type: 'text', label: 'Person' } },
      elements: {
        u_who: {
          interaction: IDENTITY,
          inputs: [],
          outputs: [{ variable: 'person', value: 'result.name' }],
          outcomes: [{ id: 'verified', outcome: 'verified', label: 'Verified' }],
        },
        s_hello: say('Hello {person}.'),
        s_sorry: say('Sorry.'),
      },
      connectors: ['u_who.verified -> s_hello', 'u_who.otherwise -> s_sorry'],
    }),
  );

describe('an Interaction that runs another one', () => {
  it('cannot be approved while the other one is not there', async () => {
    const { interaction, number, problems } = await admin.publish(caller('int_lonely'));
    expect(problems.errors).toBeGreaterThan(0);
    await expect(admin.approve(interaction.id, number)).rejects.toThrow(/version\.has-errors/);
  });

  it('gets it when it is published again after the other one, and can be approved then', async () => {
    await admin.publish(caller('int_early'));
    await expect(admin.approve('int_early' as InteractionId, 1)).rejects.toThrow(/version\.has-errors/);
    await admin.release(identity('Who is calling?'));
    const again = await admin.publish(caller('int_early'));
    expect(again).toMatchObject({ number: 1, problems: { errors: 0 } });
    await admin.approve('int_early' as InteractionId, 1);
    const asked = await agent.start('int_early' as InteractionId);
    expect(asked.page).toMatchObject({ element: 'u_who/q_name' });
  });

  it('cannot be approved while it hands over what the other one does not know', async () => {
    await admin.release(identity('Whom may I greet?'));
    const wrong = caller('int_wrong').replace('"inputs": []', '"inputs": [{ "variable": "nmae", "value": "1" }]');
    const { problems, problemList } = await admin.publish(wrong);
    expect(problems.errors).toBe(1);
    expect(problemList.map(({ code }) => code)).toContain('sub-interaction.unknown-input');
  });

  it('goes through it and back, and keeps the version that was there when it was published', async () => {
    await admin.release(identity('What is your name?'));
    const { interaction } = await admin.release(caller('int_caller'));
    await admin.release(identity('Who are you?'));
    const first = await agent.start(interaction.id as InteractionId);
    expect(first.page).toMatchObject({ element: 'u_who/q_name', part: { fields: [{ label: 'What is your name?' }] } });
    const back = await agent.answer(first, 'Ana');
    expect(back.page).toMatchObject({ element: 's_hello', trail: [{ element: 'u_who/q_name', answer: 'Ana' }] });
    const again = await agent.command(back, { kind: 'back' });
    expect(again.page).toMatchObject({ element: 'u_who/q_name', part: { fields: [{ value: 'Ana' }] } });
    const over = await agent.answer(await agent.answer(again, 'Eva'));
    expect(over).toMatchObject({ status: 'ended', outcome: 'completed' });
  });
});
