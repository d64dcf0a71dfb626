import type { ElkNode } from 'elkjs/lib/elk-api.js';
import { startWorker } from '#ui/worker.ts';
import type { LayoutAnswer, LayoutQuestion } from './question.ts';

/** Lays out in a worker of its own, which ends with the answer; all of it is fetched when it is first asked for. */
export async function layOut(question: LayoutQuestion): Promise<LayoutAnswer> {
  const [{ elkGraph, movesFrom }, { default: url }] = await Promise.all([
    import('./elk-graph.ts'),
    import('./layout.worker.ts?worker&url'),
  ]);
  const worker = startWorker(url, 'layout');
  try {
    await ask(worker, { id: 1, cmd: 'register', algorithms: ['layered'] });
    const laid = await ask(worker, { id: 2, cmd: 'layout', graph: elkGraph(question), layoutOptions: {}, options: {} });
    return movesFrom(question, laid as ElkNode);
  } finally {
    worker.terminate();
  }
}

interface Reply {
  readonly id: number;
  readonly data?: unknown;
  readonly error?: unknown;
}

/** One question to the library's worker and its answer, told by number. */
function ask(worker: Worker, message: { readonly id: number; readonly [key: string]: unknown }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const answered = ({ data }: MessageEvent<Reply>) => {
      if (data.id !== message.id) return;
      worker.removeEventListener('message', answered);
      if (data.error === undefined) resolve(data.data);
      else reject(new Error(`The layout failed: ${JSON.stringify(data.error)}`));
    };
    worker.addEventListener('message', answered);
    worker.onerror = () => reject(new Error('The layout worker could not be started'));
    worker.postMessage(message);
  });
}
