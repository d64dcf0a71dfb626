/**
 * Telephone numbers by their structure alone: which country code they begin with, and how long they may be. Which of them
 * are given out is known to the networks, and a table of that would weigh more than the player.
 * Source: ITU-T E.164 (11/2010) and its list of assigned country codes.
 */

/** Country codes of two digits; `1` and `7` are the ones of one digit, all others have three. */
const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);

/** What numbers of three digits may begin with: the groups of which at least one code is assigned. */
const THREE_DIGITS = /^(2[1-69]|3[578]|42|5[09]|6[789]|8[0578]|9[67]|99[2-68])/;

/** What is dialled before a number within its country and is no part of it; `0` where nothing else is said. */
const TRUNK: { readonly [code: string]: string } = {
  '1': '1',
  '7': '8',
  '36': '06',
  // Nothing is dialled before these; in Italy and some others the 0 belongs to the number.
  ...Object.fromEntries(
    '30 34 39 45 47 48 52 53 57 65 225 241 242 351 352 356 357 371 372 376 377 378 420 502 503 504 505 506 507 509 852 853 965 968 973 974'
      .split(' ')
      .map((code) => [code, '']),
  ),
};

/** Digits of a whole number, country code and all. */
const LEAST_DIGITS = 7;
const MOST_DIGITS = 15;

/** Numbers of the North American plan have three parts of one length each. */
const NORTH_AMERICA = /^[2-9]\d{2}[2-9]\d{6}$/;

/** The country code that the digits of an international number begin with; undefined where none does. */
export function countryCodeOf(digits: string): string | undefined {
  if (/^[17]/.test(digits)) return digits.slice(0, 1);
  if (TWO_DIGITS.has(digits.slice(0, 2))) return digits.slice(0, 2);
  return THREE_DIGITS.test(digits) && digits.length >= 3 ? digits.slice(0, 3) : undefined;
}

export type ReadPhone =
  | { readonly ok: true; readonly number: string }
  /** `needs-country`: it is national, and no country is set. */
  | { readonly ok: false; readonly because: 'not-a-number' | 'needs-country' | 'wrong-length' };

/**
 * The number in the form of E.164, `+34911234567`. Blanks, brackets, dots, dashes and slashes mean nothing.
 *
 * @param prefix the country of numbers that are written without one, such as `+34`
 */
export function readPhone(text: string, prefix?: string): ReadPhone {
  const plain = text.replace(/\(0\)/g, '').replace(/[\s().\-/\u00a0\u202f\u2010-\u2015]/g, '');
  if (!/^\+?\d+$/.test(plain)) return { ok: false, because: 'not-a-number' };
  const digits = internationalDigits(plain, prefix?.replace('+', ''));
  if (digits === undefined) return { ok: false, because: 'needs-country' };
  const code = countryCodeOf(digits);
  if (code === undefined) return { ok: false, because: 'not-a-number' };
  const rest = ownDigits(digits.slice(code.length), code);
  const length = code.length + rest.length;
  const fits = code === '1' ? NORTH_AMERICA.test(rest) : length >= LEAST_DIGITS && length <= MOST_DIGITS;
  return fits ? { ok: true, number: `+${code}${rest}` } : { ok: false, because: 'wrong-length' };
}

/** `+44 020 …` is written by many: what is dialled within the country is taken away. */
function ownDigits(rest: string, code: string): string {
  return (TRUNK[code] ?? '0') === '0' ? rest.replace(/^0+/, '') : rest;
}

function internationalDigits(plain: string, home: string | undefined): string | undefined {
  if (plain.startsWith('+')) return plain.slice(1);
  if (home === '1' && plain.startsWith('011')) return plain.slice(3);
  if (plain.startsWith('00')) return plain.slice(2);
  if (home === undefined) return undefined;
  const trunk = TRUNK[home] ?? '0';
  return home + (trunk !== '' && plain.startsWith(trunk) ? plain.slice(trunk.length) : plain);
}

/** A number in the form of E.164 as people read it out: with its country, or without where that is the home country. */
export function showPhone(number: string, prefix?: string): string {
  const digits = number.replace('+', '');
  const code = countryCodeOf(digits);
  if (!number.startsWith('+') || code === undefined) return number;
  const rest = digits.slice(code.length);
  if (code !== prefix?.replace('+', '')) return `+${code} ${grouped(rest)}`;
  if (NORTH_AMERICA.test(rest) && code === '1') return `(${rest.slice(0, 3)}) ${rest.slice(3, 6)}-${rest.slice(6)}`;
  return (TRUNK[code] ?? '0') + grouped(rest);
}

/** In threes, and four at the end rather than one alone. */
function grouped(digits: string): string {
  const groups: string[] = [];
  let at = 0;
  while (digits.length - at > 4) {
    groups.push(digits.slice(at, at + 3));
    at += 3;
  }
  groups.push(digits.slice(at));
  return groups.join(' ');
}
