import { expect, test } from 'vitest';
import { Gathered } from './gathered.ts';

/** Answers each word with its length, and holds every answer until it is told to go on. */
function lengths(refusal: (words: readonly string[]) => Error | undefined = () => undefined) {
  const asked: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const gathered = new Gathered<string, number>(async (words) => {
    asked.push(words);
    await new Promise<void>((resolve) => open.push(resolve));
    const error = refusal(words);
    if (error) throw error;
    return words.map((word) => word.length);
  });
  const answerNext = async () => {
    await expect.poll(() => open.length, { interval: 1 }).toBeGreaterThan(0);
    open.shift()?.();
  };
  return { gathered, asked, answerNext };
}

test('what is asked while others are answered is asked together, and each gets its own answer', async () => {
  const { gathered, asked, answerNext } = lengths();
  const first = gathered.ask('one');
  await expect.poll(() => asked.length, { interval: 1 }).toBe(1);
  const later = ['three', 'seven', 'thirteen'].map((word) => gathered.ask(word));
  await answerNext();
  expect(await first).toBe(3);
  await answerNext();
  expect(await Promise.all(later)).toEqual([5, 5, 8]);
  expect(asked).toEqual([['one'], ['three', 'seven', 'thirteen']]);
});

test('nothing is remembered: the same question is asked again', async () => {
  const { gathered, asked, answerNext } = lengths();
  for (let n = 0; n < 2; n++) {
    const answer = gathered.ask('one');
    await answerNext();
    expect(await answer).toBe(3);
  }
  expect(asked).toEqual([['one'], ['one']]);
});

test('a question that cannot be asked fails alone', async () => {
  const { gathered, answerNext } = lengths((words) => (words.includes('bad') ? new Error('no such word') : undefined));
  const answers = Promise.allSettled(['one', 'bad', 'three'].map((word) => gathered.ask(word)));
  for (let statement = 0; statement < 4; statement++) await answerNext();
  expect((await answers).map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual([
    3,
    'failed',
    5,
  ]);
});

test('while the database is out of reach nobody is asked about one by one', async () => {
  const lost = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
  const { gathered, asked, answerNext } = lengths(() => lost);
  const answers = Promise.allSettled(['one', 'three'].map((word) => gathered.ask(word)));
  await answerNext();
  expect((await answers).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(asked).toHaveLength(1);
});
