import { startWorker } from '#ui/worker.ts';
import type { TestsAnswer, TestsQuestion } from './question.ts';
import url from './tests.worker.ts?worker&url';

/** A way to a worker: what is asked, what is told, and that something is wrong. */
export interface TestsLine {
  ask(question: TestsQuestion): void;
  close(): void;
}

export interface TestsListener {
  told(answer: TestsAnswer): void;
  broken(message: string): void;
}

/** Starts a worker. */
export function openTestsLine(listener: TestsListener): TestsLine {
  const worker = startWorker(url, 'tests');
  worker.onmessage = ({ data }: MessageEvent<TestsAnswer>) => listener.told(data);
  worker.onerror = ({ message }) => listener.broken(message);
  return { ask: (question) => worker.postMessage(question), close: () => worker.terminate() };
}
