import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';

/** How long a tick of Linux's accounting is, in microseconds. */
const TICK = 10_000;

/** Microseconds of processor time so far. Other than the clock on the wall it leaves out what other programs take. */
export interface ProcessorTime {
  /** This process: the server that is measured. */
  readonly server: number;
  /** The database server with all its processes; undefined where the system does not tell. */
  readonly database: number | undefined;
}

/** Watches this process and the database server behind a pool. */
export async function processorTimes(pool: pg.Pool): Promise<() => ProcessorTime> {
  const { rows } = await pool.query<{ pid: number }>('select pg_backend_pid() as pid');
  const postmaster = process.platform === 'linux' ? statOf(Number(rows[0]?.pid))?.parent : undefined;
  return () => {
    const { user, system } = process.cpuUsage();
    return { server: user + system, database: postmaster === undefined ? undefined : familyOf(postmaster) };
  };
}

function familyOf(postmaster: number): number {
  let ticks = 0;
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined;
    // Its own time holds that of the processes which have ended.
    if (stat?.pid === postmaster) ticks += stat.own + stat.ended;
    else if (stat?.parent === postmaster) ticks += stat.own;
  }
  return ticks * TICK;
}

function statOf(pid: number): { pid: number; parent: number; own: number; ended: number } | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name, which may hold anything, come state, parent … and as the 12th to the 15th the times.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const at = (index: number) => fields[index] ?? 0;
    return { pid, parent: at(1), own: at(11) + at(12), ended: at(13) + at(14) };
  } catch {
    return undefined; // It has just ended.
  }
}
