/** Values as people of a language write them. With the calendar, the one place that uses `Intl`. */

const formats = new Map<string, unknown>();

function format<T>(key: string, make: () => T): T {
  const known = formats.get(key) as T | undefined;
  if (known !== undefined) return known;
  const made = make();
  formats.set(key, made);
  return made;
}

/** A language tag that `Intl` takes; what it does not know falls back to English. */
function locale(language: string): string {
  return format(`locale ${language}`, () => {
    try {
      return Intl.getCanonicalLocales(language)[0] ?? 'en';
    } catch {
      return 'en';
    }
  });
}

export function showNumber(value: number, language: string): string {
  return format(
    `number ${language}`,
    () => new Intl.NumberFormat(locale(language), { maximumFractionDigits: 15 }),
  ).format(value);
}

/** `amount` is a decimal text, so that no digit is lost on the way. */
export function showMoney(amount: string, currency: string, language: string): string {
  const written = format(`money ${language} ${currency}`, () => {
    try {
      return new Intl.NumberFormat(locale(language), { style: 'currency', currency });
    } catch {
      return undefined;
    }
  });
  // Intl takes decimal texts exactly; the types of this library version know numbers only.
  return written ? written.format(amount as unknown as number) : `${amount} ${currency}`;
}

/** `2026-01-31` as the language writes it; anything else as it stands. */
export function showDate(date: string, language: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : dates(language, { dateStyle: 'long' }).format(at);
}

export function showTime(time: string, language: string): string {
  const at = Date.parse(`1970-01-01T${time.slice(0, 8)}Z`);
  return Number.isNaN(at) ? time : dates(language, { timeStyle: 'short' }).format(at);
}

/** The date and time that stand in the text, whatever its offset: nobody's own zone shifts what was agreed. */
export function showDateTime(dateTime: string, language: string): string {
  const at = Date.parse(`${dateTime.slice(0, 19)}Z`);
  return Number.isNaN(at) ? dateTime : dates(language, { dateStyle: 'long', timeStyle: 'short' }).format(at);
}

const DURATION = /^(-)?P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const UNITS = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;

/** `PT1H30M` as the language writes it: `1 hour, 30 minutes`; anything else as it stands. */
export function showDuration(duration: string, language: string): string {
  const found = DURATION.exec(duration);
  if (!found) return duration;
  const [, sign = '', ...counts] = found;
  const parts = UNITS.flatMap((unit, index) => {
    const count = Number(counts[index] ?? 0);
    return count === 0 ? [] : [showUnits(count, unit, language)];
  });
  if (parts.length === 0) return showUnits(0, duration.includes('T') ? 'second' : 'month', language);
  return `${sign}${format(`list ${language}`, () => new Intl.ListFormat(locale(language), { type: 'unit' })).format(parts)}`;
}

function showUnits(count: number, unit: (typeof UNITS)[number], language: string): string {
  return format(
    `units ${language} ${unit}`,
    () => new Intl.NumberFormat(locale(language), { style: 'unit', unit, unitDisplay: 'long' }),
  ).format(count);
}

function dates(language: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return format(
    `date ${language} ${style.dateStyle ?? ''} ${style.timeStyle ?? ''}`,
    () => new Intl.DateTimeFormat(locale(language), { ...style, timeZone: 'UTC' }),
  );
}

/** Places behind the point that amounts of a currency have: two for `EUR`, none for `JPY`. */
export function currencyPlaces(currency: string): number {
  return format(`places ${currency}`, () => {
    try {
      const written = new Intl.NumberFormat('en', { style: 'currency', currency });
      return written.resolvedOptions().maximumFractionDigits ?? 2;
    } catch {
      return 2;
    }
  });
}

/** A date with its day of the week, to make sure of what was typed. */
export function showDay(date: string, language: string): string {
  const at = Date.parse(`${date}T00:00:00Z`);
  return Number.isNaN(at) ? date : dates(language, { dateStyle: 'full' }).format(at);
}

/** A date-time with its day of the week, as its own clocks show it. */
export function showMoment(dateTime: string, language: string): string {
  const at = Date.parse(`${dateTime.slice(0, 19)}Z`);
  return Number.isNaN(at) ? dateTime : dates(language, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** A size in the unit that suits it, of a thousand or a million bytes. */
export function showBytes(bytes: number, language: string): string {
  const [unit, size] = bytes < 100_000 ? (['kilobyte', 1_000] as const) : (['megabyte', 1_000_000] as const);
  return format(
    `bytes ${language} ${unit}`,
    () => new Intl.NumberFormat(locale(language), { style: 'unit', unit, maximumFractionDigits: 1 }),
  ).format(Math.max(bytes / size, bytes > 0 ? 0.1 : 0));
}

/** A language in its own words: `Español` for `es`. */
export function showLanguage(language: string): string {
  return format(`language ${language}`, () => {
    try {
      const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
      return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
    } catch {
      // A tag that nothing here knows is shown as it is.
      return language;
    }
  });
}
