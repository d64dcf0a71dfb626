import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What `postmaster.pid` in a cluster's folder says. */
export type Postmaster =
  | { readonly state: 'none' }
  /** Left behind by a server that is gone; PostgreSQL itself may believe it alive (a zombie, or a reused number). */
  | { readonly state: 'stale'; readonly pid: number }
  | { readonly state: 'running'; readonly pid: number; readonly ready: boolean };

/** Reads who runs on the cluster. The eighth line of the file is the server's own word on whether it takes connections. */
export function readPostmaster(cluster: string): Postmaster {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return { state: 'none' };
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return { state: 'none' }; // Just being written.
  if (!isServerOf(pid, cluster)) return { state: 'stale', pid };
  return { state: 'running', pid, ready: lines[7]?.trim() === 'ready' };
}

function isServerOf(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') {
    const found = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
    return found.includes('postgres');
  }
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? '';
    if (!basename(command).startsWith('postgres')) return false;
  } catch {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster; // A server always stands in its folder.
  } catch {
    return true; // Some PostgreSQL that we may not look at: better wait than start a second one.
  }
}
