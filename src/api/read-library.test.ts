import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { compileWithLibrary } from '#engine/library.ts';
import { runTest } from '#engine/tests/run-test.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { say } from '#test/engine/agent.ts';
import { draw } from '#test/factories/draw.ts';
import { readLibrary } from './read-library.ts';
import type { PinnedVersion } from './versions.ts';

const runs = (id: string, ...others: string[]) =>
  draw({
    id,
    elements: Object.fromEntries(
      others.map((interaction, n) => [`u_${n}`, { interaction, inputs: [], outputs: [], outcomes: [] }]),
    ),
    connectors: others.slice(1).map((_, n) => `u_${n} -> u_${n + 1}`),
  });
const words = (says: string) => draw({ id: 'int_words', elements: { s_words: say(says) } });
const pinned = (interaction: string, version: number, pins: PinnedVersion['pins'] = {}) => ({
  interaction: interaction as InteractionId,
  version,
  pins,
});

/** An account in which `int_middle` is pinned to the first words, while the second ones are newest. */
const FILES: { readonly [place: string]: Interaction } = {
  'int_middle/1': runs('int_middle', 'int_words'),
  'int_words/1': words('First'),
  'int_words/2': words('Second'),
};
const MIDDLE = [pinned('int_middle', 1, { int_words: 1 } as never), pinned('int_words', 1)];
const server = (files = FILES) => ({
  pins: async (id: string, version: number) => (id === 'int_middle' ? MIDDLE : [pinned(id, version)]),
  file: async (id: string, version: number) => files[`${id}/${version}`],
});
const PINS = { int_middle: 1, int_words: 2 } as never;

const expecting = (shows: readonly string[]) => ({ name: 'T', answers: [], expect: { outcome: 'completed', shows } });

describe('what runs within an Interaction', () => {
  it('may be two versions of the same one, each where it is pinned', async () => {
    const library = await readLibrary(PINS, server());
    expect(library.versions.map(({ interaction, version }) => `${interaction.id}/${version}`).toSorted()).toEqual(
      Object.keys(FILES),
    );
    const both = compileWithLibrary(runs('int_outer', 'int_middle', 'int_words'), library, catalog);
    expect(runTest(both, expecting(['First', 'Second']), 0).failures).toEqual([]);
    const middle = compileWithLibrary(runs('int_outer', 'int_middle'), library, catalog);
    expect(runTest(middle, expecting(['Second']), 0).failures).toMatchObject([{ kind: 'never-shown' }]);
  });

  it('is left out where it cannot be had, and then a run names it', async () => {
    const { 'int_words/1': _gone, ...others } = FILES;
    const library = await readLibrary(PINS, server(others));
    const program = compileWithLibrary(runs('int_outer', 'int_middle'), library, catalog);
    expect(runTest(program, expecting(['First']), 0).failures).toEqual([
      { kind: 'missing', at: 'u_0/u_0', interaction: 'int_words' },
    ]);
  });
});
