import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeInteraction } from '#format/write.ts';
import type { JsonObject } from '#prelude/json.ts';
import { lines, Scratch, waymark } from '#test/cli/scratch.ts';
import { ask, texts } from '#test/engine/agent.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';

let scratch: Scratch;
beforeAll(() => {
  scratch = new Scratch();
});
afterAll(() => scratch.remove());

const file = (drawing: Drawing) => writeInteraction(draw(drawing));
const said = (out: string) => (lines(out) as { results: { failures: string[] }[]; walk?: JsonObject }[])[0];

const hours: Drawing = {
  languages: ['en', 'de'],
  elements: {
    d_open: { logic: { form: 'rules', rules: [{ id: 'open', label: 'Open', when: 'now().hour < 18' }] } },
    s_open: { text: { en: 'We are open.', de: 'Wir haben geöffnet. {values.notice}' } },
    s_shut: { text: { en: 'We are closed.', de: 'Wir haben geschlossen.' } },
  },
  connectors: ['d_open.open -> s_open', 'd_open.otherwise -> s_shut'],
  tests: {
    t_evening: {
      name: 'In the evening, in German',
      given: { now: '2026-03-02T18:30:00', timeZone: 'Europe/Berlin', language: 'de' },
      answers: [{ at: 's_shut', shows: ['Wir haben geschlossen.'] }],
      expect: { outcome: 'completed' },
    },
    t_day: {
      name: 'At any other time',
      given: { values: { notice: 'Bis sechs' }, language: 'de' },
      answers: [],
      expect: { shows: ['Wir haben geöffnet. Bis sechs'] },
    },
  },
};

describe('waymark test', () => {
  it('runs each test at its own moment, in its own zone and language, with its own account values', async () => {
    const path = scratch.file(file(hours));
    for (const clock of ['2026-03-02T09:00:00Z', '2026-03-02T17:59:00Z']) {
      expect(await waymark('test', path, '--clock', clock)).toMatchObject({ code: 0, err: '' });
    }
    // Only the test that names no moment is told by the clock.
    const { code, out } = await waymark('test', path, '--clock', '2026-03-02T22:00:00Z', '--json');
    expect(code).toBe(1);
    expect(said(out)?.results.map(({ failures }) => failures)).toEqual([
      ['“Wir haben geöffnet. Bis sechs” was never shown'],
      [],
    ]);
  });

  it('looks for ways from what the tests give, where there are none from nothing', async () => {
    const path = scratch.file(file(hours));
    const { out } = await waymark('test', path, '--clock', '2026-03-02T09:00:00Z', '--walk', '--json');
    expect(said(out)?.walk).toMatchObject({ missing: [], exhausted: true, walks: [{}, { begins: 't_evening' }] });
    const told = await waymark('test', path, '--clock', '2026-03-02T09:00:00Z', '--walk');
    expect(told.out).toContain('(begins as t_evening) d_open → s_shut');
  });

  it('names the place of what is given and is none', async () => {
    const path = scratch.file(file(hours).replace('2026-03-02T18:30:00', 'this evening'));
    expect(await waymark('test', path)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/:\d+:\d+: .*tests\.t_evening\.given\.now|tests\.t_evening\.given\.now/),
    });
  });
});

describe('waymark test of an Interaction that runs another one', () => {
  const identity = file({ id: 'int_identity', variables: texts('name'), elements: { q_name: ask('name') } });
  const calling = file({
    variables: texts('person'),
    elements: {
      u_who: {
        interaction: 'int_identity',
        inputs: [],
        outputs: [{ variable: 'person', value: 'result.name' }],
        outcomes: [],
      },
    },
    tests: {
      t_through: {
        name: 'Through the other',
        answers: [{ at: 'u_who/q_name', answer: 'Ann' }],
        expect: { outcome: 'completed', variables: { person: 'Ann' } },
      },
    },
  });

  it('runs it with the one in the folder', async () => {
    const folder = scratch.folderOf({ 'identity.interaction.json': identity });
    expect(await waymark('test', scratch.file(calling), '--with', folder)).toMatchObject({ code: 0, err: '' });
  });

  it('says which one is missing, and how it is named', async () => {
    const path = scratch.file(calling);
    const alone = await waymark('test', path);
    expect(alone).toMatchObject({
      code: 1,
      err: `${path}: runs the Interaction int_identity; name the folder that holds it with --with DIR\n`,
    });
    expect(alone.out).toContain('“u_who” runs the Interaction “int_identity”, which is not there');
    expect(alone.out).not.toContain('Expected');
    const folder = scratch.folderOf({});
    expect(await waymark('test', path, '--with', folder)).toMatchObject({
      code: 1,
      err: `${path}: runs the Interaction int_identity; it is not in ${folder}\n`,
    });
  });
});
