import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import type { Load, LoadResult } from './step-load.ts';

const load = workerData as Load;
const agent = new Agent({ keepAlive: true, maxSockets: load.clients.length });
const until = performance.now() + load.seconds * 1000;
const waits: number[] = [];
let commands = 0;

/** After so many pages a client goes back to its first one, as calls are that long. */
const PAGES_OF_A_CALL = 12;

interface Answer {
  readonly seq: number;
  /** Of the product only. */
  readonly page?: { readonly trail: readonly { readonly n: number }[] };
}

function post(path: string, body: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      new URL(path, load.url),
      {
        method: 'POST',
        agent,
        headers: { ...load.headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          if (response.statusCode === 200) resolve(JSON.parse(text) as Answer);
          else reject(new Error(`${response.statusCode} ${text}`));
        });
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

async function client(path: string, from: number): Promise<number> {
  let seq = from;
  let trail: readonly { readonly n: number }[] = [];
  while (performance.now() < until) {
    const id = `bench-${process.pid}-${Date.now()}-${++commands}`;
    const began = performance.now();
    const command =
      trail.length < PAGES_OF_A_CALL
        ? { kind: 'answer', value: seq % 2 ? 'left' : 'right' }
        : { kind: 'back', to: trail[0]?.n };
    const answer = await post(path, JSON.stringify({ id, expects: seq, ...command }));
    waits.push(performance.now() - began);
    seq = answer.seq;
    trail = answer.page?.trail ?? [];
  }
  return seq;
}

const began = performance.now();
const seqs = await Promise.all(load.clients.map(({ path, seq }) => client(path, seq)));
const seconds = (performance.now() - began) / 1000;
agent.destroy();
waits.sort((a, b) => a - b);
const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
const result: LoadResult = { rate: waits.length / seconds, p50: at(0.5), p99: at(0.99), seqs };
parentPort?.postMessage(result);
