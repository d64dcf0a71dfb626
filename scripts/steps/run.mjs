import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';

/** Every program started here ends with this one. */
const running = new Set();
process.on('exit', () => {
  for (const child of running) child.kill();
});
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(1));

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
  const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
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
  running.add(child);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      running.delete(child);
      process.stderr.write(`${error.message}\n`);
      resolve(127);
    });
    child.on('close', (code) => {
      running.delete(child);
      resolve(code ?? 1);
    });
  });
}
