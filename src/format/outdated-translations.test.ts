import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { forPlayer } from '#engine/for-player.ts';
import type { ElementId } from '#prelude/ids.ts';
import { draw } from '#test/factories/draw.ts';
import { isSameContent } from './diff/change.ts';
import { diffInteractions } from './diff/diff.ts';
import { patchesOf } from './diff/patches.ts';
import { contentHash, wholeHash } from './hash.ts';
import { madeFrom, outdatedAfter } from './outdated-translations.ts';
import { applyPatches } from './patch.ts';
import { readInteraction } from './read.ts';
import { writeInteraction } from './write.ts';

const OLD = [{ language: 'de', text: 'Hallo', from: 'Hello' }];
const file = (outdated?: readonly object[]) =>
  draw({
    languages: ['en', 'de'],
    elements: { s_a: { text: { en: 'Good day', de: 'Hallo' }, ...(outdated ? { outdated } : {}) } as never },
  });

describe('a translation that is older than its source', () => {
  it('stays so in a file that is written and read again', () => {
    const read = readInteraction(writeInteraction(file(OLD)), catalog);
    expect(read).toMatchObject({ ok: true, value: { elements: { s_a: { outdated: OLD } } } });
    expect(read.ok && writeInteraction(read.value)).toBe(writeInteraction(file(OLD)));
  });

  it('is no part of what runs: neither of its name, nor of its differences, nor of what players get', () => {
    expect(contentHash(file(OLD))).toBe(contentHash(file()));
    expect(wholeHash(file(OLD))).not.toBe(wholeHash(file()));
    const diff = diffInteractions(file(), file(OLD));
    expect(isSameContent(diff)).toBe(true);
    expect(diff.translations).toMatchObject([{ part: 'element', id: 's_a', change: 'changed' }]);
    expect(applyPatches(file() as never, patchesOf(diff)).value).toEqual(file(OLD));
    expect(JSON.stringify(forPlayer(file(OLD), catalog))).not.toContain('outdated');
  });

  it('is one only as long as its own words and those of its source are what they were', () => {
    const from = (text: Record<string, string>, language = 'de') => {
      const element = file(OLD).elements['s_a' as ElementId];
      return element && madeFrom(element, text, language, 'en');
    };
    expect(from({ en: 'Good day', de: 'Hallo' })).toBe('Hello');
    expect(from({ en: 'Good day', de: 'Guten Tag' })).toBeUndefined();
    expect(from({ en: 'Hello ', de: 'Hallo' })).toBeUndefined();
    expect(from({ en: '', de: 'Hallo' })).toBeUndefined();
    // People of Austria read the German of Germany where they have none of their own.
    expect(from({ en: 'Good day', de: 'Hallo' }, 'de-AT')).toBe('Hello');
    expect(from({ en: 'Good day', de: 'Hallo', 'de-AT': 'Grüß Gott' }, 'de-AT')).toBeUndefined();
    expect(from({ en: 'Hallo' }, 'en')).toBeUndefined();
  });

  it('is found again when texts change places, and not taken for one where nothing was written', () => {
    const place = (path: string, en: string, de: string) => ({ path, text: { en, de } });
    const before = [place('rows.0', 'Good day', 'Hallo'), place('rows.1', 'Bye', 'Tschüs')];
    const told = (...now: ReturnType<typeof place>[]) =>
      outdatedAfter({ before, now, outdated: OLD, source: 'en' }).map(({ text, from }) => [text, from]);
    expect(told(place('rows.0', 'Bye', 'Tschüs'), place('rows.1', 'Good day', 'Hallo'))).toEqual([['Hallo', 'Hello']]);
    expect(told(place('rows.0', 'Bye', 'Tschüs'))).toEqual([]);
    expect(told(place('rows.0', 'Good day', 'Hallo'), place('rows.1', 'See you', 'Tschüs'))).toEqual([
      ['Hallo', 'Hello'],
      ['Tschüs', 'Bye'],
    ]);
  });
});
