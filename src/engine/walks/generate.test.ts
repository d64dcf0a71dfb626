import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { readInteraction } from '#format/read.ts';
import { randomInteraction } from '#test/factories/random-interaction.ts';
import { decide } from '../decide.ts';
import { compile, type Program } from '../program.ts';
import { start } from '../start.ts';
import { exitsIn, generateWalks } from './generate.ts';

function sample(name: string): Program {
  const read = readInteraction(readFileSync(`samples/${name}.interaction.json`, 'utf8'), catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return compile(read.value, catalog);
}

/** Plays a walk again and returns the exits that it takes. */
function played(
  program: Program,
  moves: ReturnType<typeof generateWalks>['walks'][number]['moves'],
): readonly string[] {
  const began = start(program, { client: 'test' }, 0);
  if (!began.ok) return [];
  const events = [...began.value.events];
  let { state } = began.value;
  for (const move of moves) {
    expect(state.at).toBe(move.at);
    const effect = state.effects?.find(({ holds }) => holds)?.id ?? '';
    const command =
      'result' in move
        ? ({ kind: 'effect-result', effect, result: move.result } as const)
        : ({ kind: 'answer', ...(move.answer === undefined ? {} : { value: move.answer }) } as const);
    const decided = decide(program, state, command, 0);
    if (!decided.ok) throw new Error(decided.error.message);
    events.push(...decided.value.events);
    state = decided.value.state;
  }
  return exitsIn(events);
}

describe('a generated walk', () => {
  it.each(['problem-type', 'lost-card', 'broadband-fault'])('reaches every exit of %s', (name) => {
    const program = sample(name);
    const { walks, missing } = generateWalks(program, 0);
    expect(missing).toEqual([]);
    expect(walks.length).toBeLessThan(program.elements.size);
  });

  it('takes the exits that it says it takes, and each exit is shown by one walk', () => {
    const program = sample('lost-card');
    const { walks } = generateWalks(program, 0);
    for (const { moves, shows } of walks) expect(played(program, moves)).toEqual(expect.arrayContaining([...shows]));
    const all = walks.flatMap(({ shows }) => shows);
    expect(new Set(all).size).toBe(all.length);
  });

  it('is the same each time', () => {
    const program = sample('broadband-fault');
    expect(generateWalks(program, 0)).toEqual(generateWalks(program, 0));
  });

  it('of any Interaction comes to an end, and shows only what a run shows', () => {
    fc.assert(
      fc.property(randomInteraction, (interaction) => {
        const program = compile(interaction, catalog);
        const { walks } = generateWalks(program, 0, { steps: 2_000, statesOfPage: 10 });
        for (const { moves, shows } of walks)
          expect(played(program, moves)).toEqual(expect.arrayContaining([...shows]));
      }),
      { numRuns: 100 },
    );
  });

  it('says so where it was cut short', () => {
    expect(generateWalks(sample('lost-card'), 0, { steps: 5 }).exhausted).toBe(false);
  });
});
