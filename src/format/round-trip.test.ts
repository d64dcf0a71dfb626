import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from '#test/factories/draw.ts';
import { randomInteraction } from '#test/factories/random-interaction.ts';
import { contentHash, wholeHash } from './hash.ts';
import { applyPatches } from './patch.ts';
import { readInteraction } from './read.ts';
import { writeInteraction } from './write.ts';

describe('an Interaction file', () => {
  it('is read as it was written, and written as it was read', () => {
    fc.assert(
      fc.property(randomInteraction, (interaction) => {
        const written = writeInteraction(interaction);
        const read = readInteraction(written, catalog);
        expect(read).toEqual({ ok: true, value: interaction });
        if (read.ok) expect(writeInteraction(read.value)).toBe(written);
      }),
      { numRuns: 200 },
    );
  });

  it('is written the same whatever the order of its maps', () => {
    const a = draw({ elements: { s_a: { text: text('A') }, s_b: { text: text('B') } } });
    const reversed = { ...a, elements: Object.fromEntries(Object.entries(a.elements).toReversed()) };
    expect(writeInteraction(reversed)).toBe(writeInteraction(a));
    expect(contentHash(reversed)).toBe(contentHash(a));
  });

  it('keeps its content hash when boxes move and comments are made, and changes it when a text changes', () => {
    const a = draw({ elements: { s_a: { text: text('A') } } });
    const moved = { ...a, layout: { positions: { ...a.layout.positions, s_a: [5, 7] as const } } };
    const commented = { ...a, comments: { m_1: { author: 'Ann', at: '2026-01-31T10:00:00Z', text: 'Why?' } } };
    const changed = draw({ elements: { s_a: { text: text('B') } } });
    expect(contentHash(moved)).toBe(contentHash(a));
    expect(contentHash(commented)).toBe(contentHash(a));
    expect(wholeHash(moved)).not.toBe(wholeHash(a));
    expect(contentHash(changed)).not.toBe(contentHash(a));
  });

  it('has positions on one line, ids in order and a newline at its end', () => {
    const a = draw({ elements: { s_b: { text: text('B') }, s_a: { text: text('A') } } });
    const written = writeInteraction({ ...a, layout: { positions: { s_a: [1, -2.5] } } as typeof a.layout });
    expect(written).toContain('"s_a": [1, -2.5]');
    expect(written.indexOf('"s_a": {')).toBeLessThan(written.indexOf('"s_b": {'));
    expect(written.endsWith('}\n')).toBe(true);
  });
});

describe('patches', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const leaf = fc.oneof(fc.integer(), fc.string({ maxLength: 3 }), fc.constant([1, 2]));
  const tree = fc.dictionary(key, fc.oneof(leaf, fc.dictionary(key, leaf))) as fc.Arbitrary<JsonObject>;
  const patch = fc.record(
    { path: fc.array(key, { minLength: 1, maxLength: 3 }), value: leaf },
    { requiredKeys: ['path'] },
  );

  it('are undone exactly by their inverse', () => {
    fc.assert(
      fc.property(tree, fc.array(patch, { maxLength: 6 }), (before, patches) => {
        const { value, inverse } = applyPatches(before, patches);
        expect(applyPatches(value, inverse).value).toEqual(before);
      }),
      { numRuns: 1000 },
    );
  });
});
