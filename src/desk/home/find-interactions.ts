import type { DeskInteraction } from '#api/desk.ts';

export interface FoundInteractions {
  readonly heading: string;
  readonly items: readonly DeskInteraction[];
}

/** As many as are offered again because they were used last. */
const RECENT = 5;

/** The list as it is shown: favorites, those used last, then the rest; with a search, only what fits it, best first. */
export function findInteractions(
  all: readonly DeskInteraction[],
  favorites: readonly string[],
  typed: string,
): readonly FoundInteractions[] {
  const text = fold(typed.trim());
  if (text !== '') {
    const words = text.split(/\s+/);
    const found = all
      .map((item) => ({ item, rank: rankOf(item, text, words) + (favorites.includes(item.id) ? 0.5 : 0) }))
      .filter(({ rank }) => rank >= 1)
      .sort((a, b) => b.rank - a.rank || a.item.name.localeCompare(b.item.name))
      .map(({ item }) => item);
    return found.length > 0 ? [{ heading: 'Found', items: found }] : [];
  }
  const favorite = all.filter(({ id }) => favorites.includes(id));
  const others = all.filter(({ id }) => !favorites.includes(id));
  const recent = others
    .filter(({ lastRunAt }) => lastRunAt !== null)
    .sort((a, b) => (b.lastRunAt ?? 0) - (a.lastRunAt ?? 0))
    .slice(0, RECENT);
  const rest = others.filter((item) => !recent.includes(item));
  const groups = [
    { heading: 'Favorites', items: favorite },
    { heading: 'Recent', items: recent },
    { heading: favorite.length + recent.length > 0 ? 'All others' : 'All', items: rest },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function rankOf({ name, description, folder }: DeskInteraction, text: string, words: readonly string[]): number {
  const title = fold(name);
  if (title.startsWith(text)) return 4;
  const parts = title.split(/[\s/,-]+/);
  if (words.every((word) => parts.some((part) => part.startsWith(word)))) return 3;
  if (words.every((word) => title.includes(word))) return 2;
  const all = `${title} ${fold(description)} ${fold(folder?.name ?? '')}`;
  return words.every((word) => all.includes(word)) ? 1 : 0;
}

/** Lower case and without accents. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}
