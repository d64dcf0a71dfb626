import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type Launched, launch } from './launch.ts';

/** What stands for a server; it writes its process id, and ends by SIGINT from when it hears that. */
const HEARS = 'exec env --default-signal=INT sleep 600';

function run(script: string): { readonly launched: Launched; readonly folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-launch-'));
  const launched = launch({
    identity: { prefix: [], spawn: {}, owner: null },
    cluster: folder,
    socket: folder,
    stale: null,
    command: ['/bin/sh', '-c', `cd ${folder}; echo $$ >written; mv written pid; ${script}`],
    environment: {},
    logFile: join(folder, 'log'),
  });
  onTestFinished(() => {
    const pid = pidIn(folder);
    if (pid !== undefined && isAlive(pid)) process.kill(pid, 'SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });
  return { launched, folder };
}

function pidIn(folder: string): number | undefined {
  const file = join(folder, 'pid');
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : undefined;
}

function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

// Where there is no /proc, and no such `env`, nothing can be looked at.
test.runIf(process.platform === 'linux')(
  'a server is told to stop until it hears it, also where it was too young to hear it first',
  async () => {
    const { launched, folder } = run(`while [ ! -e grown ]; do sleep 0.05; done; ${HEARS}`);
    await expect.poll(() => pidIn(folder)).toBeDefined();
    await expect.poll(() => launched.pid()).toBe(pidIn(folder));
    launched.letGo();
    writeFileSync(join(folder, 'grown'), '');
    await launched.ended;
    expect(isAlive(pidIn(folder) ?? 0)).toBe(false);
  },
);

test.runIf(process.platform === 'linux')(
  'a server stops whose Waymark was gone before it could be told of it',
  async () => {
    const { launched, folder } = run(HEARS);
    launched.letGo();
    await launched.ended;
    await expect.poll(() => pidIn(folder)).toBeDefined();
    await expect.poll(() => isAlive(pidIn(folder) ?? 0)).toBe(false);
  },
);
