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
  /** Everything that its processes printed. */
  printed = '';
  readonly folder: string;
  readonly #program: string;
  readonly #environment: Readonly<Record<string, string>>;
  #process: Process | undefined;
  #next: Process;

  private constructor(program: string, folder: string, environment: Readonly<Record<string, string>>) {
    this.#program = program;
    this.folder = folder;
    this.#environment = environment;
    this.#next = this.#spawn();
  }

  static async make(environment: Readonly<Record<string, string>> = {}): Promise<MortalServer> {
    const program = await bundle(join(import.meta.dirname, 'server.test-program.ts'), 'crash-server');
    const folder = mkdtempSync(join(tmpdir(), 'waymark-crash-'));
    chmodSync(folder, 0o755);
    const server = new MortalServer(program, folder, environment);
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
        WAYMARK_DATA: this.folder,
        WAYMARK_PORT: '0',
        WAYMARK_LOG: 'silent',
        WAYMARK_ROLES: 'web,jobs',
        EMAIL: KEEPER,
        PASSWORD,
        ...this.#environment,
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
      this.printed += String(text);
    });
    child.stdout.on('data', (text) => {
      this.printed += String(text);
    });
    const url = new Promise<string>((resolve, reject) => {
      // Beside its address it may print its log.
      createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('http') && resolve(line));
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
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function end(child: Process, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  await gone;
}
