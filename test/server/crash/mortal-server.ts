import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { bundle } from '#test/database/bundle.ts';
import { PASSWORD } from '../driver.ts';

type Process = ChildProcessByStdio<Writable, Readable, Readable>;

export const KEEPER = 'keeper@example.org';

/**
 * A server process on one data folder that is killed and started again, under a new address each time. The next one has
 * read its code by then: reading it would be most of the time, and hardly a moment at which a death could do harm.
 */
export class MortalServer {
  url = '';
  readonly #program: string;
  readonly #folder: string;
  #process: Process | undefined;
  #next: Process;

  private constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
    this.#next = this.#spawn();
  }

  static async make(): Promise<MortalServer> {
    const program = await bundle(join(import.meta.dirname, 'server.test-program.ts'), 'crash-server');
    const folder = mkdtempSync(join(tmpdir(), 'waymark-crash-'));
    chmodSync(folder, 0o755);
    const server = new MortalServer(program, folder);
    await server.start();
    return server;
  }

  /** Starts a process and kills it so many milliseconds later, wherever it is by then. */
  async startAndDie(after: number): Promise<void> {
    const started = this.start().catch(() => {});
    await pause(after);
    await this.kill();
    await started;
  }

  #spawn(): Process {
    return spawn(process.execPath, [this.#program], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        WAYMARK_DATA: this.#folder,
        WAYMARK_PORT: '0',
        WAYMARK_LOG: 'silent',
        WAYMARK_ROLES: 'web,jobs',
        EMAIL: KEEPER,
        PASSWORD,
      },
    });
  }

  async start(): Promise<void> {
    const child = this.#next;
    this.#process = child;
    this.#next = this.#spawn();
    let said = '';
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    const url = new Promise<string>((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}: ${said}`)));
    });
    // One that is killed first is told nothing.
    child.stdin.on('error', () => {});
    child.stdin.write('start\n');
    this.url = await url;
  }

  /** Ends the process as a power cut would: it gets to do nothing more. */
  async kill(): Promise<void> {
    if (this.#process) await end(this.#process, 'SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#process) await end(this.#process, 'SIGTERM');
    await end(this.#next, 'SIGKILL');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function end(child: Process, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
