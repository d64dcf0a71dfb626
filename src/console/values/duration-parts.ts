import type { Json } from '#prelude/json.ts';

export const UNITS = ['seconds', 'minutes', 'hours', 'days', 'months', 'years'] as const;

export type Unit = (typeof UNITS)[number];

export const UNIT_WORDS = {
  seconds: 'second',
  minutes: 'minute',
  hours: 'hour',
  days: 'day',
  months: 'month',
  years: 'year',
} as const satisfies Record<Unit, string>;

const WRITTEN = {
  seconds: (count: number) => `PT${count}S`,
  minutes: (count: number) => `PT${count}M`,
  hours: (count: number) => `PT${count}H`,
  days: (count: number) => `P${count}D`,
  months: (count: number) => `P${count}M`,
  years: (count: number) => `P${count}Y`,
} as const satisfies Record<Unit, (count: number) => string>;

const PATTERN = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** A duration as a count of one unit: `PT90M` is 90 minutes. Undefined for one that takes several, or is none. */
export function durationParts(duration: string): { readonly count: number; readonly unit: Unit } | undefined {
  const found = PATTERN.exec(duration);
  const [years, months, days, hours, minutes, seconds] = (found?.slice(1) ?? []).map(
    (part) => part as string | undefined,
  );
  const given = Object.entries({ years, months, days, hours, minutes, seconds }).filter(
    ([, part]) => part !== undefined,
  );
  const [only, ...others] = given;
  const unit = UNITS.find((candidate) => candidate === only?.[0]);
  if (!only || !unit || others.length > 0) return undefined;
  return { count: Number(only[1]), unit };
}

export function durationText(count: number, unit: Unit): Json {
  return WRITTEN[unit](count);
}
