import { numberWords, READERS_NUMBERS } from './number.ts';

/** A time span as people say it: `0.4 s`, `41 s`, `2 min 10 s`, `1 h 5 min`. Milliseconds in; a dash for none. */
export function durationWords(milliseconds: number | null, locale = READERS_NUMBERS): string {
  if (milliseconds === null) return '–';
  const seconds = milliseconds / 1000;
  if (seconds === 0) return '0 s';
  if (seconds < 9.95) return `${numberWords(seconds, { digits: 1 }, locale)} s`;
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return two(Math.floor(whole / 60), 'min', whole % 60, 's');
  const minutes = Math.round(whole / 60);
  if (minutes < 24 * 60) return two(Math.floor(minutes / 60), 'h', minutes % 60, 'min');
  const hours = Math.round(minutes / 60);
  const days = numberWords(Math.floor(hours / 24), {}, locale);
  return two(days, 'd', hours % 24, 'h');
}

function two(large: number | string, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
