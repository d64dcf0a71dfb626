import { expect, it } from 'vitest';
import { outcomeWords, summaryText, tell } from './summary.ts';

const page = {
  name: 'Town',
  trail: [
    { n: 1, name: 'Welcome' },
    { n: 2, name: 'Verification', answer: 'Yes' },
  ],
  notes: [{ n: 2, text: 'Prefers mornings' }],
  part: { text: [], fields: [{ name: 'answer', options: [{ value: 'v1', label: 'Ashford' }], limits: {} }] },
} as unknown as Parameters<typeof tell>[1];

it('tells a call in words: what was answered, in order, with the notes', () => {
  expect(
    summaryText(tell('Broadband fault', page, 'v1'), outcomeWords({ outcome: 'completed', status: 'ended' }), 'ses_1'),
  ).toBe(
    [
      'Broadband fault: Completed',
      'Verification: Yes',
      'Town: Ashford',
      '',
      'Notes',
      '- Prefers mornings',
      '',
      'Session ses_1',
    ].join('\n'),
  );
});

it.each([
  [
    {
      options: [
        { value: 'a', label: 'One' },
        { value: 'b', label: 'Two' },
      ],
    },
    ['a', 'b'],
    'One, Two',
  ],
  [{}, { amount: '12.50', currency: 'GBP' }, '£12.50'],
  [{}, { id: 'fil_1', name: 'meter.jpg', type: 'image/jpeg', size: 1 }, 'meter.jpg'],
  [{ limits: { yes: 'Sure' } }, true, 'Sure'],
  [{ secret: true }, '4711', '••••'],
])('tells the last answer as people say it, and no secret', (field, answer, words) => {
  const asked = {
    ...page,
    part: { text: [], fields: [{ name: 'answer', limits: {}, ...field }] },
  } as unknown as typeof page;
  expect(tell('Fault', asked, answer).answers.at(-1)).toEqual({ name: 'Town', answer: words });
});

it.each([
  ['as the account calls it', { outcome: 'engineer', outcomeLabel: 'Engineer booked' }, 'Engineer booked'],
  ['as the account calls it, even our own', { outcome: 'quit', outcomeLabel: 'Hung up' }, 'Hung up'],
  ['as it stands in the file, where the account has no word for it', { outcome: 'no fault' }, 'no fault'],
])('an outcome is said %s', (_how, session, words) => {
  expect(outcomeWords({ ...session, status: 'ended' })).toBe(words);
});
