/** A stretch of an ordered line: of the numbers, or of days counted from 1970-01-01. Infinite ends are open. */
export interface Span {
  readonly low: number;
  readonly lowIncluded: boolean;
  readonly high: number;
  readonly highIncluded: boolean;
}

export const EVERYTHING: Span = {
  low: Number.NEGATIVE_INFINITY,
  lowIncluded: false,
  high: Number.POSITIVE_INFINITY,
  highIncluded: false,
};

export function pointSpan(at: number): Span {
  return { low: at, lowIncluded: true, high: at, highIncluded: true };
}

export function belowSpan(high: number, highIncluded: boolean): Span {
  return { ...EVERYTHING, high, highIncluded };
}

export function aboveSpan(low: number, lowIncluded: boolean): Span {
  return { ...EVERYTHING, low, lowIncluded };
}

/** What lies in one of the first and in one of the second. */
export function commonSpans(a: readonly Span[], b: readonly Span[]): readonly Span[] {
  return a.flatMap((one) => b.map((other) => common(one, other))).filter((span) => !isEmpty(span));
}

/** What lies in none of them. */
export function spansBeside(spans: readonly Span[]): readonly Span[] {
  return spans.reduce<readonly Span[]>(
    (rest, { low, lowIncluded, high, highIncluded }) =>
      commonSpans(rest, [belowSpan(low, !lowIncluded), aboveSpan(high, !highIncluded)]),
    [EVERYTHING],
  );
}

/** The same days with their ends included, as between two days there is none. */
export function wholeSpans(spans: readonly Span[]): readonly Span[] {
  const closed = spans.map(({ low, lowIncluded, high, highIncluded }) => ({
    low: lowIncluded ? low : low + 1,
    lowIncluded: Number.isFinite(low),
    high: highIncluded ? high : high - 1,
    highIncluded: Number.isFinite(high),
  }));
  return closed.filter((span) => !isEmpty(span));
}

function common(a: Span, b: Span): Span {
  const lower = a.low > b.low || (a.low === b.low && !a.lowIncluded) ? a : b;
  const upper = a.high < b.high || (a.high === b.high && !a.highIncluded) ? a : b;
  return { low: lower.low, lowIncluded: lower.lowIncluded, high: upper.high, highIncluded: upper.highIncluded };
}

function isEmpty({ low, lowIncluded, high, highIncluded }: Span): boolean {
  return low > high || (low === high && !(lowIncluded && highIncluded));
}
