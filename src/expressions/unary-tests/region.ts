import { assertNever } from '#prelude/assert-never.ts';
import { commonSpans, EVERYTHING, type Span, spansBeside, wholeSpans } from './spans.ts';

/**
 * The values that the tests of a cell take, where that is simple to say. Null is left out: it belongs to no region.
 * `values` are texts or truth values, or all but those; `spans` are stretches of numbers or days.
 */
export type Region =
  | { readonly kind: 'all' }
  | { readonly kind: 'values'; readonly values: ReadonlySet<string | boolean>; readonly except: boolean }
  | { readonly kind: 'spans'; readonly of: 'number' | 'date'; readonly spans: readonly Span[] };

export const ALL: Region = { kind: 'all' };

export function isEmptyRegion(region: Region): boolean {
  switch (region.kind) {
    case 'all':
      return false;
    case 'values':
      return !region.except && region.values.size === 0;
    case 'spans':
      return region.spans.length === 0;
    default:
      return assertNever(region);
  }
}

/** What lies in both; both are regions of one column. */
export function commonRegion(a: Region, b: Region): Region {
  if (a.kind === 'all') return b;
  if (b.kind === 'all') return a;
  if (a.kind === 'values' && b.kind === 'values') return commonValues(a, b);
  if (a.kind === 'spans' && b.kind === 'spans') return spansOf(a.of, commonSpans(a.spans, b.spans));
  return { kind: 'values', values: new Set(), except: false };
}

/** What lies outside. */
export function regionBeside(region: Region): Region {
  switch (region.kind) {
    case 'all':
      return { kind: 'values', values: new Set(), except: false };
    case 'values':
      return valuesOf(region.values, !region.except);
    case 'spans':
      return spansOf(region.of, spansBeside(region.spans));
    default:
      return assertNever(region);
  }
}

export function unionRegion(regions: readonly Region[]): Region {
  const [first, ...rest] = regions.map(regionBeside);
  return first ? regionBeside(rest.reduce(commonRegion, first)) : { kind: 'values', values: new Set(), except: false };
}

/** Of truth values there are two, so that all but *true* is *false*. */
export function valuesOf(values: ReadonlySet<string | boolean>, except: boolean): Region {
  const truths = [...values].some((value) => typeof value === 'boolean');
  if (!truths) return values.size === 0 && except ? ALL : { kind: 'values', values, except };
  const taken = [true, false].filter((truth) => values.has(truth) !== except);
  return taken.length === 2 ? ALL : { kind: 'values', values: new Set(taken), except: false };
}

export function spansOf(of: 'number' | 'date', spans: readonly Span[]): Region {
  const all = spans.some(({ low, high }) => low === EVERYTHING.low && high === EVERYTHING.high);
  if (all) return ALL;
  return { kind: 'spans', of, spans: of === 'date' ? wholeSpans(spans) : spans };
}

type Values = Extract<Region, { kind: 'values' }>;

function commonValues(a: Values, b: Values): Region {
  if (a.except && b.except) return valuesOf(new Set([...a.values, ...b.values]), true);
  const [listed, other] = a.except ? [b, a] : [a, b];
  return valuesOf(new Set([...listed.values].filter((value) => other.values.has(value) !== other.except)), false);
}
