import { expect, it } from 'vitest';
import { ID_PATTERN } from '#prelude/ids.ts';
import { keyFrom } from './key-from.ts';

it.each([
  ['Opening hours (UK)', 'opening_hours_uk'],
  ['  Größte Erstattung  ', 'gro_te_erstattung'],
  ['Número equivocado', 'numero_equivocado'],
  ['24/7 line', 'line'],
  [`${'long '.repeat(30)}`, `${'long_'.repeat(12)}long`],
])('the key of “%s” is %s', (name, key) => {
  expect(keyFrom(name)).toBe(key);
  expect(keyFrom(name)).toMatch(ID_PATTERN);
});

it.each(['', '日本語', '24', '—'])('“%s” has no letter for a key', (name) => {
  expect(keyFrom(name)).toBe('');
});
