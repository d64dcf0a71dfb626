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

describe('the tests of an Interaction that runs another one', () => {
  /** Runs others one after the other; a test goes through them and says which words they must show. */
  const running = (id: string, runs: readonly string[], shows: readonly string[]) =>
    writeInteraction(
      draw({
        id,
        elements: Object.fromEntries(
          runs.map((interaction, n) => [`u_${n}`, { interaction, inputs: [], outputs: [], outcomes: [] }]),
        ),
        connectors: runs.slice(1).map((_, n) => `u_${n} -> u_${n + 1}`),
        tests: {
          t_words: {
            name: 'The words of each',
            answers: shows.map((words, n) => ({
              at: runs[n] === IDENTITY_OF_TESTS ? `u_${n}/q_name` : `u_${n}/u_0/q_name`,
              answer: 'Ana',
              shows: [words],
            })),
            expect: { outcome: 'completed' },
          },
        },
      }),
    );
  const IDENTITY_OF_TESTS = 'int_identity_tests';
  const asking = (words: string) => identity(words).replace(IDENTITY, IDENTITY_OF_TESTS);

  it('say which one is missing, and nothing else', async () => {
    const { tests, failedTests } = await admin.publish(running('int_alone', [IDENTITY_OF_TESTS], ['Name?']));
    expect(tests).toEqual({ all: 1, passed: 0 });
    expect(failedTests.flatMap(({ failures }) => failures)).toEqual([
      `“u_0” runs the Interaction “${IDENTITY_OF_TESTS}”, which is not there; the test cannot be run without it`,
    ]);
  });

  it('run with the versions that are pinned: of each the live one, and within it those of its own', async () => {
    await admin.release(asking('First words?'));
    const { interaction: middle } = await admin.release(running('int_middle', [IDENTITY_OF_TESTS], ['First words?']));
    await admin.release(asking('Second words?'));
    await admin.publish(asking('A draft, not live?'));
    const both = [middle.id, IDENTITY_OF_TESTS];
    const made = await admin.publish(running('int_outer', both, ['First words?', 'Second words?']));
    expect(made).toMatchObject({ tests: { all: 1, passed: 1 }, failedTests: [] });

    const { items } = await admin.call(versionRoutes.pins, admin.of(made.interaction.id, 1));
    expect(items[0]).toEqual({
      interaction: 'int_outer',
      version: 1,
      name: 'Drawn',
      errors: 0,
      failedTests: 0,
      pins: { [middle.id]: 1, [IDENTITY_OF_TESTS]: 2 },
    });
    expect(items.slice(1)).toHaveLength(3);
    expect(items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ interaction: middle.id, version: 1, pins: { [IDENTITY_OF_TESTS]: 1 } }),
        expect.objectContaining({ interaction: IDENTITY_OF_TESTS, version: 1, pins: {} }),
        expect.objectContaining({ interaction: IDENTITY_OF_TESTS, version: 2, pins: {} }),
      ]),
    );
  });
});
