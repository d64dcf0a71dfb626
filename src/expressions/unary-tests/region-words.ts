import { assertNever } from '#prelude/assert-never.ts';
import { CalendarDate } from '../values/calendar-date.ts';
import { numberText } from '../values/numbers.ts';
import type { Region } from './region.ts';
import type { Span } from './spans.ts';

/** A region in words, to stand behind the name of its column: `is less than 18`; empty where all values lie in it. */
export function regionInWords(region: Region): string {
  switch (region.kind) {
    case 'all':
      return '';
    case 'values': {
      const words = [...region.values].map(valueInWords);
      if (!region.except) return `is ${words.join(' or ')}`;
      return words.length === 1 ? `is not ${words[0]}` : `is neither ${words.join(' nor ')}`;
    }
    case 'spans':
      return `is ${region.spans.map((span) => spanInWords(span, region.of)).join(' or ')}`;
    default:
      return assertNever(region);
  }
}

function valueInWords(value: string | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `“${value}”`;
}

function spanInWords(span: Span, of: 'number' | 'date'): string {
  const { low, lowIncluded, high, highIncluded } = span;
  const at = (point: number) => (of === 'date' ? (CalendarDate.ofDays(point)?.toString() ?? '') : numberText(point));
  if (low === high) return at(low);
  const [before, after] = of === 'date' ? ['before', 'after'] : ['less than', 'more than'];
  const lower = Number.isFinite(low) ? (lowIncluded ? `at least ${at(low)}` : `${after} ${at(low)}`) : '';
  const upper = Number.isFinite(high) ? (highIncluded ? `at most ${at(high)}` : `${before} ${at(high)}`) : '';
  if (lower === '' || upper === '') return lower + upper;
  if (lowIncluded && highIncluded) return `from ${at(low)} to ${at(high)}`;
  return `${lower} and ${upper}`;
}
