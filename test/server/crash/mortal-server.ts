import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { bundle } from '#test/database/bundle.ts';
import { PASSWORD } from '../driver.ts';

export const KEEPER = 'keeper@example.org';

/** A server process on one data folder that is killed and started again, under a new address each time. */
export class MortalServer {
  url = '';
  readonly #program: string;
  readonly #folder: string;
  #process: ChildProcess | undefined;

  private constructor(program: string, folder: string) {
    this.#program = program;
    this.#folder = folder;
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

  async start(): Promise<void> {
    const child = spawn(process.execPath, [this.#program], {
      stdio: ['ignore', 'pipe', 'pipe'],
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
    this.#process = child;
    let said = '';
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    this.url = await new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).once('line', resolve);
      child.once('exit', (code, signal) => reject(new Error(`The server ended with ${code ?? signal}: ${said}`)));
    });
  }

  /** Ends the process as a power cut would: it gets to do nothing more. */
  async kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }

  async stop(): Promise<void> {
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
