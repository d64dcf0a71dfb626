import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

/** What was started here and still runs. It ends with this program, however that ends. */
const running = new Set();
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function endAll() {
  for (const child of running) child.kill();
}

function endOnSignal() {
  process.exit(1);
}

/** Runs a program whose output is the reader's to see. Resolves to its exit code. */
export function show(command, args, env = {}) {
  return finish(spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }));
}

/**
 * Runs a program quietly behind a line that tells what is done, how long it takes and how it ended; what the program
 * says is shown where it fails. Resolves to its exit code.
 */
export async function step(title, command, args) {
  const from = performance.now();
  const tell = (text) => process.stderr.write(text);
  const seconds = () => `${((performance.now() - from) / 1000).toFixed(1)} s`;
  tell(`${title} …`);
  const alive = setInterval(() => tell(` ${seconds()} …`), 10_000);
  const child = spawn(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  });
  const said = [];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => said.push(chunk));
  const code = await finish(child);
  clearInterval(alive);
  tell(code === 0 ? ` ${seconds()}\n` : ` failed after ${seconds()}\n`);
  if (code !== 0) tell(`${Buffer.concat(said).toString().trimEnd()}\n\n`);
  return code;
}

function finish(child) {
  // Only while something runs: the server that starts in this process afterwards has its own way to end.
  if (running.size === 0) for (const signal of SIGNALS) process.on(signal, endOnSignal);
  if (running.size === 0) process.on('exit', endAll);
  running.add(child);
  return new Promise((resolve) => {
    const end = (code) => {
      running.delete(child);
      if (running.size === 0) for (const signal of SIGNALS) process.off(signal, endOnSignal);
      if (running.size === 0) process.off('exit', endAll);
      resolve(code);
    };
    child.on('error', (error) => {
      process.stderr.write(`${error.message}\n`);
      end(127);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
