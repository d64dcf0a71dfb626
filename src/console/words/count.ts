import { numberWords, READERS_NUMBERS } from './number.ts';

/** `12,345`; a dash for none. */
export function countWords(count: number | null, locale = READERS_NUMBERS): string {
  return count === null ? '–' : numberWords(count, {}, locale);
}

/** `1 session`, `12,345 sessions`. */
export function counted(count: number, one: string, many = `${one}s`, locale = READERS_NUMBERS): string {
  return `${countWords(count, locale)} ${count === 1 ? one : many}`;
}

/** A share from 0 to 1 as percent: `0%` and `100%` only where they are exact, so that few never look like none. */
export function shareWords(share: number | null, locale = READERS_NUMBERS): string {
  if (share === null) return '–';
  const percent = (value: number, digits: number) => numberWords(value, { style: 'percent', digits }, locale);
  if (share === 0 || share === 1) return percent(share, 0);
  if (share < 0.001) return `< ${percent(0.001, 1)}`;
  if (share > 0.999) return `> ${percent(0.999, 1)}`;
  return percent(share, share < 0.0995 || share > 0.995 ? 1 : 0);
}

/** What the slowest visits took at least. */
export const SLOWEST_FROM = `Slowest ${shareWords(0.1)} from`;
