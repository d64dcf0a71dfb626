/** Exact decimals as texts, `-12.30`: amounts of money never become binary numbers. */

const DECIMAL = /^(-?)(\d{1,18})(?:\.(\d{0,12}))?$/;

/** The text without needless zeros in front, with at least so many places behind the point; undefined for no decimal. */
export function readDecimal(text: string, leastPlaces: number): string | undefined {
  const found = DECIMAL.exec(text);
  if (!found) return undefined;
  const [, sign = '', whole = '', places = ''] = found;
  const behind = places.replace(/0+$/, '').padEnd(leastPlaces, '0');
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${behind === '' ? '' : `.${behind}`}`;
  return /[1-9]/.test(plain) ? sign + plain : plain;
}

/** How many places a decimal has behind its point. */
export function placesOf(decimal: string): number {
  const point = decimal.indexOf('.');
  return point < 0 ? 0 : decimal.length - point - 1;
}

/** Below zero, zero or above, as the first is less than, equal to or more than the second. */
export function compareDecimals(first: string, second: string): number {
  const places = Math.max(placesOf(first), placesOf(second));
  const difference = scaled(first, places) - scaled(second, places);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function scaled(decimal: string, places: number): bigint {
  return BigInt(decimal.replace('.', '') + '0'.repeat(places - placesOf(decimal)));
}
