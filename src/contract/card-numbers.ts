/**
 * Numbers of payment cards in free texts. They are masked before anything is stored: who must ask for one, asks for a secret.
 * Sources: PCI DSS v4.0, requirement 3; ISO/IEC 7812-1 (the check digit); the ranges that the card networks publish.
 */

/** What the numbers of each network begin with, and how many digits they have. IMEI and IBAN digits are none of these. */
const NETWORKS: readonly RegExp[] = [
  /^4(\d{12}|\d{15}|\d{18})$/,
  /^(5[1-5]\d{14}|2(22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12})$/,
  /^3[47]\d{13}$/,
  /^3(0[0-5]|[689]\d)\d{11}$/,
  /^35(2[89]|[3-8]\d)\d{12}$/,
  /^(6011|64[4-9]\d|65\d\d|62\d\d)\d{12,15}$/,
  /^(50|5[6-9]|6[37])\d{14,17}$/,
];

const SHORTEST = 13;
const LONGEST = 19;

/** Digits with at most one sign between two of them. */
const DIGITS = /\d(?:[ .\u00a0\u202f-]?\d)+/g;

/** The text with all but the last four digits of each card number in it masked. */
export function maskCardNumbers(text: string): string {
  if (!/\d/.test(text)) return text;
  return text.replace(DIGITS, masked);
}

function masked(run: string): string {
  const places = [...run.matchAll(/\d/g)].map(({ index }) => index);
  if (places.length < SHORTEST) return run;
  // A number stands by itself: it begins where a group of digits does, and ends where one does.
  const begins = (at: number) => at === 0 || (places[at] ?? 0) - (places[at - 1] ?? 0) > 1;
  const digits = run.replace(/\D/g, '');
  let result = '';
  let done = 0;
  for (let at = 0; at + SHORTEST <= digits.length; at++) {
    if (!begins(at)) continue;
    const length = lengthAt(digits, at, (end) => end === digits.length || begins(end));
    if (length === undefined) continue;
    const from = places[at] ?? 0;
    const shown = places[at + length - 4] ?? from;
    result += `${run.slice(done, from)}•••• `;
    done = shown;
    at += length - 1;
  }
  return result + run.slice(done);
}

/** How many digits the card number has that begins there, if one does. */
function lengthAt(digits: string, at: number, ends: (end: number) => boolean): number | undefined {
  for (let length = Math.min(LONGEST, digits.length - at); length >= SHORTEST; length--) {
    if (ends(at + length) && isCardNumber(digits.slice(at, at + length))) return length;
  }
  return undefined;
}

function isCardNumber(digits: string): boolean {
  if (!NETWORKS.some((network) => network.test(digits))) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
