import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { readInteraction } from '#format/read.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Drawing, draw } from '#test/factories/draw.ts';
import { randomInteraction } from '#test/factories/random-interaction.ts';
import { decide } from '../decide.ts';
import { compile, type Program } from '../program.ts';
import { start } from '../start.ts';
import type { Step } from '../step.ts';
import { startOf } from '../tests/begin-test.ts';
import { exitsIn, type GeneratedWalk, generateWalks } from './generate.ts';

function sample(name: string): Program {
  const read = readInteraction(readFileSync(`samples/${name}.interaction.json`, 'utf8'), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compile(read.value, catalog);
}

const SOME_DAY = Date.UTC(2026, 2, 2, 9);

/** Plays a walk again and returns the exits that it takes. */
function played(program: Program, { moves, begins }: Pick<GeneratedWalk, 'moves' | 'begins'>): readonly string[] {
  const what = begins === undefined ? {} : (program.interaction.tests[begins]?.given ?? {});
  const beginning = startOf(program, what, SOME_DAY);
  if (!beginning.ok) throw new Error(beginning.error);
  const { options, given, now } = beginning.value;
  const began = start(program, options, now, given);
  if (!began.ok) return [];
  const events: SessionEvent[] = [];
  let secrets: JsonObject = {};
  let { state } = began.value;
  const take = (step: Step) => {
    events.push(...step.events);
    secrets = { ...secrets, ...step.secrets };
    state = step.state;
    if (state.status === 'paused') send({ kind: 'resume' });
  };
  const send = (command: Command) => {
    const decided = decide(program, state, command, now, { ...given, secrets });
    if (!decided.ok) throw new Error(decided.error.message);
    take(decided.value);
  };
  take(began.value);
  for (const move of moves) {
    expect(state.at).toBe(move.at);
    const effect = state.effects?.find(({ holds }) => holds)?.id ?? '';
    if (!('result' in move)) send({ kind: 'answer', ...(move.answer === undefined ? {} : { value: move.answer }) });
    else if (move.result.status === 'skipped') send({ kind: 'skip' });
    else send({ kind: 'effect-result', effect, result: move.result });
  }
  return exitsIn(events);
}

describe('a generated walk', () => {
  it.each(['problem-type', 'lost-card', 'broadband-fault'])('reaches every exit of %s', (name) => {
    const program = sample(name);
    const { walks, missing } = generateWalks(program, SOME_DAY);
    expect(missing).toEqual([]);
    expect(walks.length).toBeLessThan(program.elements.size);
  });

  it.each([
    ['answers that a connection was asked about', 'address-change', 'q_customer_number.next'],
    ['secrets that are sent on', 'address-change', 'd_identified.confirmed'],
    ['what the sample answer of a connection holds', 'address-change', 'i_change.failed'],
    ['sessions that are handed over', 'heating-fault', 'd_again.otherwise'],
  ])('goes on behind %s', (_what, name, exit) => {
    const program = sample(name);
    const { walks, missing } = generateWalks(program, SOME_DAY);
    expect(missing).not.toContain(exit);
    const walk = walks.find(({ shows }) => shows.includes(exit));
    expect(played(program, walk ?? { moves: [] })).toContain(exit);
  });

  it('misses no Choice that is only offered, and begins with what a test gives where nothing else leads on', () => {
    const program = sample('appointment');
    const { walks, missing } = generateWalks(program, SOME_DAY);
    expect(missing).toEqual([]);
    // Only a caller can hand over what the first Decision looks at.
    const given = walks.filter(({ begins }) => begins !== undefined);
    expect(given.map(({ shows }) => shows)).toEqual([['d_called.known', 'd_called#known']]);
    for (const walk of given) expect(played(program, walk)).toEqual(expect.arrayContaining([...walk.shows]));
  });

  it('reads the account, the clock and the language as a test gives them', () => {
    const drawing: Drawing = {
      languages: ['en', 'de'],
      elements: {
        d_when: {
          logic: {
            form: 'rules',
            rules: [
              { id: 'late', label: 'Late', when: 'now().hour >= 20' },
              { id: 'fault', label: 'Fault', when: 'values.fault' },
              { id: 'german', label: 'German', when: 'language = "de"' },
            ],
          },
        },
        e_late: { outcome: 'late' },
        e_fault: { outcome: 'fault' },
        e_german: { outcome: 'german' },
        e_usual: { outcome: 'usual' },
      },
      connectors: ['late', 'fault', 'german']
        .map((id) => `d_when.${id} -> e_${id}`)
        .concat('d_when.otherwise -> e_usual'),
    };
    const giving = (given: JsonObject) => ({ name: 'T', given, answers: [], expect: {} });
    const tests = {
      t_late: giving({ now: '2026-03-02T12:00:00', timeZone: 'Asia/Tokyo' }),
      t_later: giving({ now: '2026-03-02T12:00:00Z', timeZone: 'Asia/Tokyo' }),
      t_fault: giving({ values: { fault: true } }),
      t_german: giving({ language: 'de' }),
    };
    expect(generateWalks(compile(draw(drawing), catalog), SOME_DAY).missing).toHaveLength(6);
    const { walks, missing } = generateWalks(compile(draw({ ...drawing, tests }), catalog), SOME_DAY);
    expect(missing).toEqual([]);
    expect(walks.map(({ begins, outcome }) => [begins, outcome])).toEqual([
      [undefined, 'usual'],
      ['t_later', 'late'],
      ['t_fault', 'fault'],
      ['t_german', 'german'],
    ]);
  });

  it('takes the exits that it says it takes, and each exit is shown by one walk', () => {
    const program = sample('lost-card');
    const { walks } = generateWalks(program, SOME_DAY);
    for (const walk of walks) expect(played(program, walk)).toEqual(expect.arrayContaining([...walk.shows]));
    const all = walks.flatMap(({ shows }) => shows);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is the same each time', () => {
    const program = sample('broadband-fault');
    expect(generateWalks(program, SOME_DAY)).toEqual(generateWalks(program, SOME_DAY));
  });

  it('of any Interaction comes to an end, and shows only what a run shows', () => {
    fc.assert(
      fc.property(randomInteraction, (interaction) => {
        const program = compile(interaction, catalog);
        const { walks } = generateWalks(program, SOME_DAY, { steps: 2_000, statesOfPage: 10 });
        for (const walk of walks) expect(played(program, walk)).toEqual(expect.arrayContaining([...walk.shows]));
      }),
      { numRuns: 100 },
    );
  });

  it('says so where it was cut short', () => {
    expect(generateWalks(sample('lost-card'), SOME_DAY, { steps: 5 }).exhausted).toBe(false);
  });
});
