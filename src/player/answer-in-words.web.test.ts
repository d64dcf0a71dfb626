import { expect, it } from 'vitest';
import type { Page } from '#contract/page.ts';
import { answerInWords } from './answer-in-words.ts';

const page = (...fields: readonly object[]) =>
  ({
    language: 'en',
    part: { text: [], fields: fields.map((field) => ({ limits: {}, ...field })) },
  }) as unknown as Page;

it('says what was answered as whoever answered knows it, and no secret', () => {
  const choice = page({ name: 'answer', options: [{ value: 'v2', label: 'In the afternoon' }] });
  expect(answerInWords(choice, 'v2')).toBe('In the afternoon');
  expect(answerInWords(choice, ['v2', 'late'])).toBe('In the afternoon, late');
  expect(answerInWords(page({ name: 'answer', limits: { yes: 'Yes', no: 'No' } }), false)).toBe('No');
  expect(answerInWords(page({ name: 'read' }), true)).toBe('');
  expect(answerInWords(page(), { amount: '12.50', currency: 'GBP' })).toBe('£12.50');
  expect(answerInWords(page(), { id: 'fil_1', name: 'socket.pdf', type: 'application/pdf', size: 9 })).toBe(
    'socket.pdf',
  );
  const form = page({ name: 'city' }, { name: 'pin', secret: true });
  expect(answerInWords(form, { city: 'Bath', pin: '4711' })).toBe('Bath');
  expect(answerInWords(form, undefined)).toBe('');
});
