import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { InteractionTest } from '#format/interaction.ts';

// The built program as a process of its own: many sessions of one file, and how long a command takes to begin.

const SAMPLE = 'samples/lost-card.interaction.json';
const SESSIONS = 30_000;
const ROUNDS = 5;

/** Makes a process say at its end what it took; the program itself knows nothing of it. */
const TELL_USAGE = `data:text/javascript,${encodeURIComponent(
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(2, JSON.stringify(process.resourceUsage())));",
)}`;

interface Taken {
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
  readonly lines: number;
}

async function timed(args: readonly string[]): Promise<Taken> {
  const from = performance.now();
  const child = spawn(process.execPath, ['--import', TELL_USAGE, ...args]);
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (const byte of chunk) if (byte === 0x0a) lines++;
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (code !== 0) throw new Error(`${args.join(' ')} ended with ${code}: ${said}`);
  const seconds = (performance.now() - from) / 1000;
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(said) as NodeJS.ResourceUsage;
  return { seconds, processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024, lines };
}

const waymark = (...args: string[]) => timed(['bin/waymark.mjs', ...args]);

async function rounds(run: () => Promise<Taken>): Promise<readonly Taken[]> {
  const taken: Taken[] = [];
  for (let round = 0; round < ROUNDS; round++) taken.push(await run());
  return taken.toSorted((a, b) => a.seconds - b.seconds);
}

function tell(name: string, taken: readonly Taken[], done: (middle: Taken) => string): void {
  const middle = taken[Math.floor(taken.length / 2)];
  const [least, most] = [taken[0], taken.at(-1)];
  if (!middle || !least || !most) return;
  const spread = `${least.seconds.toFixed(2)}–${most.seconds.toFixed(2)}`;
  process.stdout.write(`${name.padEnd(44)} ${middle.seconds.toFixed(2).padStart(6)} s (${spread})  ${done(middle)}\n`);
}

/** Sessions by the tests of the sample in turn, with their answers as a file of lines. */
function sessions(count: number): string {
  const { tests } = JSON.parse(readFileSync(SAMPLE, 'utf8')) as { tests: Record<string, InteractionTest> };
  const lines = Object.values(tests).map(({ answers }) =>
    JSON.stringify({ answers: answers.flatMap(({ answer }) => (answer === undefined ? [] : [answer])) }),
  );
  return Array.from({ length: count }, (_, index) => `${lines[index % lines.length]}\n`).join('');
}

const folder = mkdtempSync(join(tmpdir(), 'waymark-bench-cli-'));
const file = (name: string, content: string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

try {
  const answers = file('answers.jsonl', sessions(SESSIONS));
  tell(
    `run, ${SESSIONS} sessions of one file`,
    await rounds(() => waymark('run', SAMPLE, '--answers', answers)),
    (all) => {
      if (all.lines !== SESSIONS) throw new Error(`${all.lines} results`);
      const rate = (SESSIONS / all.seconds).toFixed(0);
      return `${rate} sessions/s, ${all.processor.toFixed(2)} s of processor time, ${all.megabytes.toFixed(0)} MB`;
    },
  );
  const many = file('many.jsonl', sessions(10 * SESSIONS));
  tell(
    'the same, ten times as many',
    [await waymark('run', SAMPLE, '--answers', many)],
    ({ megabytes }) => `${megabytes.toFixed(0)} MB`,
  );
  const line = JSON.stringify({
    expression: 'if amount > 1000 then "large" else upper case("small")',
    input: { amount: 12.5 },
  });
  const cases = file('cases.jsonl', `${line}\n`.repeat(SESSIONS));
  tell(`eval, ${SESSIONS} cases`, await rounds(() => waymark('eval', '--cases', cases)), (all) => {
    return `${(SESSIONS / all.seconds).toFixed(0)} cases/s, ${all.processor.toFixed(2)} s of processor time`;
  });
  const processor = ({ processor: taken }: Taken) => `${taken.toFixed(2)} s of processor time`;
  tell('Node.js alone', await rounds(() => timed(['-e', '0'])), processor);
  for (const command of [['version'], ['eval', '1 + 1'], ['hash', SAMPLE], ['check', SAMPLE], ['test', SAMPLE]]) {
    tell(command.join(' '), await rounds(() => waymark(...command)), processor);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
