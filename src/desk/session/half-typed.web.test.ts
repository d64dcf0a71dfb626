import { expect, it } from 'vitest';
import { halfTypedText } from './half-typed.ts';
import type { SessionShown } from './player-frame.tsx';

type Page = NonNullable<SessionShown['page']>;

const field = (name: string, more: object = {}) => ({
  name,
  kind: 'short-text',
  label: name,
  required: true,
  limits: {},
  ...more,
});
const pageWith = (...fields: readonly object[]) =>
  ({ name: 'Address', language: 'en', part: { text: [], fields } }) as unknown as Page;

it('is what stands in the fields and was not sent, by their labels where there are several', () => {
  expect(halfTypedText(pageWith(field('answer')), { answer: 'Mill La' })).toBe(
    '“Address”, begun and not sent: Mill La',
  );
  const page = pageWith(field('Street'), field('Town', { value: 'Ashford' }), field('Post code'));
  expect(halfTypedText(page, { Street: 'Mill La', Town: 'Ashford', 'Post code': ' ' })).toBe(
    '“Address”, begun and not sent: Street: Mill La',
  );
});

it('is nothing where nothing was begun, and never a secret', () => {
  expect(halfTypedText(pageWith(field('answer')), {})).toBe('');
  expect(halfTypedText(pageWith(field('PIN', { secret: true })), { PIN: '1234' })).toBe('');
});
