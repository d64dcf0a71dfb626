import { READERS_ENGLISH } from './readers-english.ts';

/**
 * `22 Nov 2026, 15:04`, or `Nov 22, 2026, 3:04 PM`.
 *
 * @param timeZone the account's; undefined for the browser's own, where no account is known
 */
export function whenWords(instant: string | number, timeZone: string | undefined, locale = READERS_ENGLISH): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

/** `22 Nov 2026`, with the same time zone. */
export function dayWords(instant: string | number, timeZone: string | undefined, locale = READERS_ENGLISH): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(instant));
}

/** `15:04:09` in the account's time zone. */
export function clockWords(instant: string | number, timeZone: string, locale = READERS_ENGLISH): string {
  return new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(new Date(instant));
}

const AGO = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const STEPS = [
  ['minute', 60_000],
  ['hour', 3_600_000],
  ['day', 86_400_000],
] as const;

/** `5 minutes ago`, `yesterday`; past a week the day itself. */
export function agoWords(instant: string | number, now: number, timeZone: string, locale = READERS_ENGLISH): string {
  const passed = now - new Date(instant).getTime();
  if (passed < 60_000) return 'just now';
  if (passed >= 7 * 86_400_000) return dayWords(instant, timeZone, locale);
  const [unit, size] = STEPS.findLast(([, length]) => passed >= length) ?? STEPS[0];
  return AGO.format(-Math.floor(passed / size), unit);
}
