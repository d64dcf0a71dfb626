import '../page/no-eval.ts';
import { catalog } from '#elements/catalog.ts';
import { answersTo } from './answer-question.ts';
import type { TestsQuestion } from './question.ts';

/** Runs tests, and makes tests of runs, beside the page: nobody's typing waits for them. */
self.onmessage = ({ data }: MessageEvent<TestsQuestion>) => {
  for (const answer of answersTo(data, catalog)) self.postMessage(answer);
};
