import { expect, it } from 'vitest';
import { addressOfPlace, placeOf } from './place.ts';

it.each([
  { account: 'acc_1', session: undefined },
  { account: 'acc_1', session: 'ses_2' },
  { account: undefined, session: undefined },
])('an address leads back to its place: %o', (place) => {
  const { pathname, search } = new URL(addressOfPlace(place), 'http://localhost');
  expect(placeOf(pathname, search)).toEqual(place);
});
