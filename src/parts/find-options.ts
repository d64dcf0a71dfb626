import type { PageOption } from '#contract/page.ts';
import { fold } from './type-ahead.ts';

export interface FoundOption {
  readonly option: PageOption;
  /** Its number in the whole list, from 1: what a person may type to take it. */
  readonly n: number;
}

/** The choices that fit what was typed, best first: its number, then what begins with it, then what holds all its words. */
export function findOptions(options: readonly PageOption[], typed: string): readonly FoundOption[] {
  const rows = options.map((option, i) => ({ option, n: i + 1 }));
  const text = fold(typed.trim());
  if (text === '') return rows;
  const words = text.split(/\s+/);
  return rows
    .map((row) => ({ row, rank: rankOf(row, text, words) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.row.n - b.row.n)
    .map(({ row }) => row);
}

function rankOf({ option, n }: FoundOption, text: string, words: readonly string[]): number {
  if (String(n) === text) return 4;
  const label = fold(option.label);
  if (label.startsWith(text)) return 3;
  const all = `${fold(option.heading ?? '')} ${label}`;
  if (words.every((word) => all.split(/[\s/,-]+/).some((part) => part.startsWith(word)))) return 2;
  return words.every((word) => all.includes(word)) ? 1 : 0;
}
