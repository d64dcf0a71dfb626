import { expect, it } from 'vitest';
import { ApiFailure } from './api-error.ts';
import { failedWith, failureWords } from './failure-words.ts';

const FAILED = {
  code: 'server.failed',
  status: 500,
  title: 'Something went wrong in the server',
  detail: 'Try again.',
  fields: [],
};

it('says what happened and how to mend it, thrown or not', () => {
  const words = { title: 'Something went wrong in the server', detail: 'Try again.', code: 'server.failed' };
  expect(failureWords(FAILED)).toEqual(words);
  expect(failureWords(new ApiFailure(FAILED))).toEqual(words);
});

it('says what could not be read, and why', () => {
  expect(failureWords(FAILED, 'Versions')).toEqual({
    title: 'Versions could not be read',
    detail: 'Something went wrong in the server. Try again.',
    code: 'server.failed',
  });
});

it('says of a fault of the page itself that it is one', () => {
  expect(failureWords(new TypeError('x is undefined'), 'Teams')).toEqual({
    title: 'Teams could not be read',
    detail: 'Something went wrong on this page. Load the page again.',
  });
});

it('knows what the server refused', () => {
  expect(failedWith(new ApiFailure(FAILED), 'server.failed')).toBe(true);
  expect(failedWith(new Error('server.failed'), 'server.failed')).toBe(false);
});
