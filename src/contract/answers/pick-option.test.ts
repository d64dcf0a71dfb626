import { expect, it } from 'vitest';
import type { ElementId } from '#prelude/ids.ts';
import { pickOption } from './pick-option.ts';

const LISTED = [
  { value: 'red', label: 'Red' },
  { value: 'blue', label: 'Blue' },
];

it('finds an option by its value, as itself or in an object, by its place, and by its Choice', () => {
  const choice = { value: 'gold', label: 'Gold', element: 'c_gold' as ElementId };
  const options = [...LISTED, choice];
  for (const input of ['gold', { value: 'gold' }, { nth: 3 }, 'c_gold'])
    expect(pickOption(options, input)).toBe(choice);
});

it('takes nothing that names no option for the first of a list', () => {
  for (const input of [{}, { x: 1 }, { value: null }, null, 1, 'green', { nth: 0 }, { nth: 3 }]) {
    expect(pickOption(LISTED, input)).toBeUndefined();
  }
});
