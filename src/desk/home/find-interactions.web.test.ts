import { describe, expect, it } from 'vitest';
import type { DeskInteraction } from '#api/desk.ts';
import { findInteractions } from './find-interactions.ts';

const row = (id: string, name: string, more: Partial<DeskInteraction> = {}) =>
  ({ id, name, description: '', folder: null, lastRunAt: null, languages: ['en'], ...more }) as DeskInteraction;

const all = [
  row('a', 'Address change'),
  row('b', 'Broadband fault', { lastRunAt: 20, description: 'Takes a fault report' }),
  row('c', 'Cancel a contract', { lastRunAt: 10 }),
  row('f', 'Facturación'),
  row('m', 'Moving home', { folder: { id: 'fol_1' as never, name: 'Contracts' } }),
];
const names = (typed: string, favorites: readonly string[] = []) =>
  findInteractions(all, favorites, typed).map(({ heading, items }) => [
    heading,
    ...items.map(({ id }) => id as string),
  ]);

describe('the list of what may be started', () => {
  it('shows favorites, then what was used last, then the rest', () => {
    expect(names('', ['m'])).toEqual([
      ['Favorites', 'm'],
      ['Recent', 'b', 'c'],
      ['All others', 'a', 'f'],
    ]);
  });

  it('finds by the beginning of the name, of its words, then by what it is about', () => {
    expect(names('mov')).toEqual([['Found', 'm']]);
    expect(names('ch add')).toEqual([['Found', 'a']]);
    expect(names('fault')).toEqual([['Found', 'b']]);
    expect(names('contract')).toEqual([['Found', 'c', 'm']]);
  });

  it('does not mind accents or capitals', () => {
    expect(names('FACTURACION')).toEqual([['Found', 'f']]);
  });

  it('is empty when nothing fits', () => {
    expect(names('xyz')).toEqual([]);
  });
});
