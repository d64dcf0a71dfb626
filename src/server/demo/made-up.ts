import { invariant } from '#prelude/assert-never.ts';
import { civilFromDays } from '#prelude/calendar.ts';
import type { Instant, Random } from '#prelude/ports.ts';

/* Things that people say, made up. */

const A_DAY = 86_400_000;

const STREETS = ['Mill Lane', 'Station Road', 'Harbour Street', 'Calle Mayor', 'Calle de la Luna', 'Church Street'];
const TOWNS = ['4020 Linden', '28013 Madrid', '08002 Barcelona', '46001 Valencia', '3001 Weston', '41001 Sevilla'];
const SHOPS = ['Electro City', 'Casa Mar', 'GreenGrocer Online', 'Petrol 24', 'Shoe Corner', 'Tickets Direct'];
const POSTCODES = ['28013', '28045', '08002', '46001', '41001', '29015', '50003', '48009'];

export function oneOf<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[whole(random, 0, items.length - 1)];
  invariant(item !== undefined, 'there is something to choose from');
  return item;
}

export function whole(random: Random, least: number, most: number): number {
  return least + Math.floor(random.next() * (most - least + 1));
}

export function address(random: Random): string {
  return `${whole(random, 1, 140)} ${oneOf(random, STREETS)}, ${oneOf(random, TOWNS)}`;
}

export function birthDate(random: Random): string {
  return `${whole(random, 1942, 2006)}-${two(whole(random, 1, 12))}-${two(whole(random, 1, 28))}`;
}

export function payments(random: Random): string {
  const lines = Array.from({ length: whole(random, 1, 4) }, () => {
    const amount = (whole(random, 300, 24_000) / 100).toFixed(2);
    return `${oneOf(random, SHOPS)}, ${amount}`;
  });
  return lines.join('\n');
}

export function postcode(random: Random): string {
  return oneOf(random, POSTCODES);
}

/** Of the range that is kept free for fiction. */
export function phone(random: Random): string {
  return `+34 600 ${whole(random, 100, 999)} ${whole(random, 100, 999)}`;
}

/** The date so many days after a moment. */
export function dateAfter(moment: Instant, days: number): string {
  const { year, month, day } = civilFromDays(Math.floor(moment / A_DAY) + days);
  return `${year}-${two(month)}-${two(day)}`;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
