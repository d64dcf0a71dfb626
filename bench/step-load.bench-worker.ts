import { setTimeout as pause } from 'node:timers/promises';
import { HttpLine } from './http-line.ts';
import type { Load, LoadedSession, LoadResult } from './step-load.ts';

// The clients of a measurement, in a process of their own: what they cost is not counted as the server's.

/** After so many pages a client goes back to its first one, as calls are that long. */
const PAGES_OF_A_CALL = 12;

interface Answer {
  readonly seq: number;
  /** Of the product only. */
  readonly page?: { readonly trail: readonly { readonly n: number }[] };
}

/** A session with what its next command is made from. */
interface Caller {
  readonly session: LoadedSession;
  readonly trail: readonly { readonly n: number }[];
}

let commands = 0;

async function step(line: HttpLine, { session, trail }: Caller): Promise<Caller> {
  const command =
    trail.length < PAGES_OF_A_CALL
      ? { kind: 'answer', value: session.seq % 2 ? 'left' : 'right' }
      : { kind: 'back', to: trail[0]?.n };
  const id = `bench-${process.pid}-${Date.now()}-${++commands}`;
  const answer = JSON.parse(
    await line.post(session.path, JSON.stringify({ id, expects: session.seq, ...command })),
  ) as Answer;
  session.seq = answer.seq;
  return { session, trail: answer.page?.trail ?? [] };
}

/** Every session sends its next step as soon as the last one was answered. */
async function closedLoop(load: Load, waits: number[]): Promise<void> {
  let sent = 0;
  await Promise.all(
    load.sessions.map(async (session) => {
      const line = new HttpLine(load.url, load.headers);
      let caller: Caller = { session, trail: [] };
      while (sent++ < load.steps) {
        const began = performance.now();
        caller = await step(line, caller);
        waits.push(performance.now() - began);
      }
      line.close();
    }),
  );
}

/** Steps are due at their times, come what may; the time that one waits for a free connection counts as its own. */
async function openLoop(load: Load, perSecond: number, waits: number[]): Promise<void> {
  const lines: HttpLine[] = [];
  const callers: Caller[] = load.sessions.map((session) => ({ session, trail: [] }));
  const began = performance.now();
  const sent: Promise<void>[] = [];
  const send = async (due: number, index: number) => {
    const caller = callers[index];
    if (!caller) return;
    const line = lines.pop() ?? new HttpLine(load.url, load.headers);
    callers[index] = await step(line, caller);
    waits.push(performance.now() - due);
    lines.push(line);
  };
  while (sent.length < load.steps) {
    const dueSoFar = Math.min(load.steps, Math.floor(((performance.now() - began) / 1000) * perSecond));
    for (let n = sent.length; n < dueSoFar; n++) {
      sent.push(send(began + (n / perSecond) * 1000, n % callers.length));
    }
    await pause(1);
  }
  await Promise.all(sent);
  for (const line of lines) line.close();
}

async function run(load: Load): Promise<LoadResult> {
  const waits: number[] = [];
  const began = performance.now();
  await (load.perSecond === undefined ? closedLoop(load, waits) : openLoop(load, load.perSecond, waits));
  const seconds = (performance.now() - began) / 1000;
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.min(waits.length - 1, Math.floor(waits.length * share))] ?? Number.NaN;
  const seqs = load.sessions.map(({ seq }) => seq);
  return { steps: waits.length, rate: waits.length / seconds, p50: at(0.5), p99: at(0.99), seqs };
}

process.on('message', (load: Load) => {
  void run(load).then((result) => process.send?.(result));
});
