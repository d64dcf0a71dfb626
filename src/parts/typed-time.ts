/** Times as a person types them: `14:30`, `1430`, `2:30 pm`, `9`, `14 Uhr`; stored as `14:30:00`. */
import { fold } from './type-ahead.ts';

const known = new Map<string, boolean>();

/** Whether people of the language count to twelve and say which half of the day they mean. */
function countsToTwelve(language: string): boolean {
  const found = known.get(language);
  if (found !== undefined) return found;
  const { hourCycle } = new Intl.DateTimeFormat(language, { hour: 'numeric' }).resolvedOptions();
  const made = hourCycle === 'h12' || hourCycle === 'h11';
  known.set(language, made);
  return made;
}

/** A time as it stands in the input: `2:30 PM` where the language counts so, else `14:30`. */
export function typedTime(time: string, language: string): string {
  const [, hour, minute] = /^(\d{2}):(\d{2})/.exec(time) ?? [];
  if (hour === undefined || minute === undefined) return time;
  if (!countsToTwelve(language)) return `${hour}:${minute}`;
  const hours = Number(hour);
  return `${hours % 12 === 0 ? 12 : hours % 12}:${minute} ${hours < 12 ? 'AM' : 'PM'}`;
}

/** Figures, minutes behind a sign or a blank, seconds that nobody asked for, a word for the clock, half of the day. */
const TIME =
  /^(\d{1,4})(?: ?[:.h, ] ?(\d{2}))?(?::\d{2})?(?: ?(?:hs?|uhr|hrs?|o'clock))?(?: (\d{2}))?(?: ?([ap])\.? ?m?\.?)?$/;

/** The time that a text means; undefined where it means none. `now` is what a word for it means, `14:30`. */
export function readTime(text: string, language: string, now: string): string | undefined {
  const said = fold(text.replace(/[\s\u00a0\u202f]+/g, ' ').trim());
  if (said === '') return undefined;
  if (said === wordForNow(language)) return `${now}:00`;
  const found = TIME.exec(said);
  if (!found) return undefined;
  const [, figures = '', behind, after, half] = found;
  const minutes = behind ?? after;
  if (minutes !== undefined && figures.length > 2) return undefined;
  const hour = Number(figures.length > 2 ? figures.slice(0, -2) : figures);
  const minute = Number(figures.length > 2 ? figures.slice(-2) : (minutes ?? 0));
  return makeTime(hour, minute, half);
}

function makeTime(hour: number, minute: number, half: string | undefined): string | undefined {
  if (minute > 59 || hour > 23) return undefined;
  if (half !== undefined && (hour < 1 || hour > 12)) return undefined;
  const hours = half === undefined ? hour : (hour % 12) + (half === 'p' ? 12 : 0);
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00`;
}

const nows = new Map<string, string>();

/** `now`, `ahora`, `jetzt`. */
function wordForNow(language: string): string {
  const found = nows.get(language);
  if (found !== undefined) return found;
  const made = fold(new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second'));
  nows.set(language, made);
  return made;
}

/** Minutes that Up and Down move a time by. */
const STEP = 15;

/** The next time on the hour or one of its quarters, around the clock. */
export function stepTime(time: string, up: boolean): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const at = hour * 60 + minute;
  const moved = up ? Math.floor(at / STEP) * STEP + STEP : Math.ceil(at / STEP) * STEP - STEP;
  const ofDay = ((moved % 1440) + 1440) % 1440;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}:00`;
}
