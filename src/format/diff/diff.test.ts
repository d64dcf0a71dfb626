import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json, JsonObject } from '#prelude/json.ts';
import { draw, text } from '#test/factories/draw.ts';
import { randomInteraction } from '#test/factories/random-interaction.ts';
import { contentHash, wholeHash } from '../hash.ts';
import type { Interaction } from '../interaction.ts';
import { applyPatches } from '../patch.ts';
import { writeInteraction } from '../write.ts';
import { isSameContent } from './change.ts';
import { diffInteractions } from './diff.ts';
import { patchesOf } from './patches.ts';

const id = fc.constantFrom('s_0', 'q_1', 'c_2', 'd_3');
const json: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, 0, 'a', 'b'),
  fc.array(fc.constantFrom<Json>(1, 2, 3, 'a', { id: 'x', v: 1 }, { id: 'x', v: 2 }, { id: 'y' }, [1]), {
    maxLength: 6,
  }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom<Json>(1, 2, [], {}, [1, 2]), { maxKeys: 3 }),
);
const record = fc.dictionary(fc.constantFrom('r_1', 'r_2', 'r_3'), fc.dictionary(fc.constantFrom('a', 'b'), json));
const position = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }));

/** All that a file may hold besides elements and connectors. */
const dress = fc.record(
  {
    description: fc.constantFrom('Old', 'New'),
    languages: fc.constantFrom(['en'], ['en', 'es'], ['es', 'en']),
    target: fc.constantFrom('PT1M', 'PT2M'),
    rules: record,
    tests: record,
    comments: record,
    layout: fc.record(
      {
        positions: fc.dictionary(id, position),
        groups: fc.dictionary(
          fc.constantFrom('g_1', 'g_2'),
          fc.record({ name: fc.constantFrom('A', 'B'), elements: fc.array(id) }),
        ),
        locked: fc.array(id, { maxLength: 3 }),
      },
      { requiredKeys: ['positions'] },
    ),
  },
  { requiredKeys: ['languages', 'rules', 'tests', 'comments', 'layout'] },
);

/** Translations of some elements that are older than their source. */
const old = fc.constantFrom('Hello', 'Hi').map((from) => [{ language: 'es', text: 'Hola', from }]);

const dressed = fc
  .tuple(randomInteraction, dress, fc.dictionary(id, old))
  .map(
    ([plain, more, ages]) => ({ ...plain, ...more, elements: aged(plain.elements, ages) }) as unknown as Interaction,
  );

function aged(elements: Interaction['elements'], ages: { readonly [id: string]: readonly object[] }): object {
  const entries = Object.entries(elements);
  return Object.fromEntries(
    entries.map(([key, element]) => [key, { ...element, ...(ages[key] ? { outdated: ages[key] } : {}) }]),
  );
}

/** Two Interactions that have much in common: of each map of the second, some is that of the first. */
const related = fc
  .tuple(dressed, dressed, fc.array(fc.boolean(), { minLength: 50, maxLength: 50 }))
  .map(([before, other, takes]): readonly [Interaction, Interaction] => {
    let at = 0;
    const mix = (a: Json | undefined, b: Json | undefined, depth: number): Json | undefined => {
      if (depth === 0 || !isMap(a) || !isMap(b)) return takes[at++ % takes.length] ? a : b;
      const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
      const mixed = keys.map((key) => [key, mix(a[key], b[key], depth - 1)] as const);
      return Object.fromEntries(mixed.filter(([, value]) => value !== undefined));
    };
    return [before, mix(before as unknown as JsonObject, other as unknown as JsonObject, 3) as unknown as Interaction];
  });

function isMap(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

describe('the difference of two Interactions', () => {
  it('of any Interaction to itself is none', () => {
    fc.assert(
      fc.property(dressed, (interaction) => {
        const copy = JSON.parse(JSON.stringify(interaction)) as Interaction;
        expect(diffInteractions(interaction, copy)).toEqual({
          content: [],
          comments: [],
          translations: [],
          layout: [],
        });
      }),
    );
  });

  it('holds all that makes the second of the first, byte for byte', () => {
    fc.assert(
      fc.property(fc.oneof(related, fc.tuple(dressed, dressed)), ([before, after]) => {
        const patches = patchesOf(diffInteractions(before, after));
        const made = applyPatches(before as unknown as JsonObject, patches).value as unknown as Interaction;
        expect(writeInteraction(made)).toBe(writeInteraction(after));
      }),
      { numRuns: 200 },
    );
  });

  it('is one of content exactly where the hashes of the content differ, and one at all where those of the whole do', () => {
    fc.assert(
      fc.property(fc.oneof(related, fc.tuple(dressed, dressed)), ([before, after]) => {
        const diff = diffInteractions(before, after);
        expect(isSameContent(diff)).toBe(contentHash(before) === contentHash(after));
        const { content, comments, translations, layout } = diff;
        const same = content.length + comments.length + translations.length + layout.length === 0;
        expect(same).toBe(wholeHash(before) === wholeHash(after));
      }),
      { numRuns: 100 },
    );
  });

  it('is the other way round from the other side', () => {
    fc.assert(
      fc.property(related, ([before, after]) => {
        const there = diffInteractions(before, after).content;
        const back = diffInteractions(after, before).content;
        const opposite = { added: 'removed', removed: 'added', renamed: 'renamed', moved: 'moved', changed: 'changed' };
        expect(back.map(({ part, change }) => `${part} ${change}`)).toEqual(
          there.map(({ part, change }) => `${part} ${opposite[change]}`),
        );
      }),
    );
  });

  it('knows things again by their ids, and what people call them from what they do', () => {
    const before = draw({
      variables: { a: { type: 'text', label: 'A' } },
      elements: { s_1: { text: text('One') }, s_2: { text: text('Two') }, s_3: { text: text('Three') } },
      connectors: ['s_1 -> s_2', 's_2 -> s_3'],
    });
    const after = draw({
      variables: { a: { type: 'text', label: 'B' } },
      elements: {
        s_1: { name: 'First', text: text('One') },
        s_2: { name: 'Second', text: { en: '2', es: 'Dos' } },
        s_4: { text: text('Four') },
      },
      connectors: ['s_1 -> s_4', 's_2 -> s_4'],
    });
    expect(diffInteractions(before, after).content).toEqual([
      { part: 'variable', id: 'a', change: 'renamed', properties: [{ path: ['label'], before: 'A', after: 'B' }] },
      {
        part: 'element',
        id: 's_1',
        change: 'renamed',
        properties: [{ path: ['name'], before: 's_1', after: 'First' }],
      },
      {
        part: 'element',
        id: 's_2',
        change: 'changed',
        properties: [
          { path: ['name'], before: 's_2', after: 'Second' },
          { path: ['text', 'en'], before: 'Two', after: '2' },
          { path: ['text', 'es'], after: 'Dos' },
        ],
      },
      {
        part: 'element',
        id: 's_3',
        change: 'removed',
        value: before.elements[Object.keys(before.elements)[2] as never],
      },
      { part: 'element', id: 's_4', change: 'added', value: after.elements[Object.keys(after.elements)[2] as never] },
      { part: 'connector', id: 'k1', change: 'moved', properties: [{ path: ['to'], before: 's_2', after: 's_4' }] },
      { part: 'connector', id: 'k2', change: 'moved', properties: [{ path: ['to'], before: 's_3', after: 's_4' }] },
    ]);
  });

  it('is none of content where only the map and comments differ', () => {
    const before = draw({ elements: { s_1: { text: text('One') } } });
    const after = {
      ...before,
      comments: { m_1: { author: 'Ann', at: '2026-01-31T10:00:00Z', text: 'Why?' } },
      layout: { positions: { s_1: [1, 2] }, locked: ['s_1'] },
    } as unknown as Interaction;
    const diff = diffInteractions(before, after);
    expect(isSameContent(diff)).toBe(true);
    expect(diff.comments).toEqual([{ part: 'comment', id: 'm_1', change: 'added', value: after.comments.m_1 }]);
    expect(diff.layout).toEqual([
      { path: ['locked'], after: ['s_1'] },
      { path: ['positions', 's_1'], after: [1, 2] },
    ]);
  });

  describe('in a list', () => {
    const itemsOf = (before: Json, after: Json) => {
      const one = (rules: Json) =>
        ({ ...draw({ elements: {} }), rules: { r_1: { list: rules } } }) as unknown as Interaction;
      const [change] = diffInteractions(one(before), one(after)).content;
      return change && 'properties' in change ? change.properties[0]?.items : undefined;
    };

    it('names what was added, what is gone and what became something else', () => {
      expect(itemsOf(['a', 'b', 'c'], ['a', 'x', 'b', 'c'])).toEqual([{ to: 1, after: 'x' }]);
      expect(itemsOf(['a', 'b', 'c'], ['a', 'c'])).toEqual([{ from: 1, before: 'b' }]);
      expect(itemsOf(['a', 'b', 'c'], ['a', 'B', 'c'])).toEqual([{ from: 1, to: 1, before: 'b', after: 'B' }]);
      expect(itemsOf([{ v: 1 }, { v: 2 }], [{ v: 1 }, { v: 3, w: 4 }])).toEqual([
        {
          from: 1,
          to: 1,
          properties: [
            { path: ['v'], before: 2, after: 3 },
            { path: ['w'], after: 4 },
          ],
        },
      ]);
    });

    it('tells a move, and what changed on the way where items have ids', () => {
      expect(itemsOf(['a', 'b', 'c', 'd'], ['d', 'a', 'b', 'c'])).toEqual([{ from: 3, to: 0, moved: true }]);
      const [a, b, c] = [
        { id: 'a', v: 1 },
        { id: 'b', v: 1 },
        { id: 'c', v: 1 },
      ];
      expect(itemsOf([a, b, c], [b, c, { ...a, v: 2 }])).toEqual([
        { from: 0, to: 2, properties: [{ path: ['v'], before: 1, after: 2 }], moved: true },
      ]);
      expect(itemsOf([a, b, c], [a, { id: 'x', v: 1 }, b, { ...c, v: 2 }])).toEqual([
        { to: 1, after: { id: 'x', v: 1 } },
        { from: 2, to: 3, properties: [{ path: ['v'], before: 1, after: 2 }] },
      ]);
    });

    it('takes no longer than lists are worth', () => {
      const long = Array.from({ length: 10_000 }, (_, index) => index);
      expect(itemsOf(long, [...long.slice(0, 5000), 'new', ...long.slice(5000)])).toEqual([{ to: 5000, after: 'new' }]);
      expect(itemsOf(long, long.toReversed())).toHaveLength(10_000);
    });
  });
});
