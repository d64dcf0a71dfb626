import { sql } from 'kysely';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from './connect.ts';
import { firstSessionId } from './session-id-time.ts';

/** Months made ahead of time: more than any process runs without looking. */
const MONTHS_AHEAD = 3;

/**
 * Makes the parts of the step log for this month and those ahead. To be called at every start and once a day.
 *
 * @returns how many were made
 */
export async function makeStepPartitions(db: Db, now: Instant): Promise<number> {
  let made = 0;
  for (let ahead = 0; ahead <= MONTHS_AHEAD; ahead++) {
    const part = monthPart(now, ahead);
    const { rows } = await sql<{ made: boolean }>`
      select make_step_partition(${part.name}, ${part.low}, ${part.high}) as made`.execute(db);
    if (rows[0]?.made) made++;
  }
  return made;
}

/** The part of the month that lies `ahead` months after the moment: its table, its first id, and the first id after it. */
export function monthPart(now: Instant, ahead: number): { name: string; low: string; high: string } {
  const today = new Date(now);
  const year = today.getUTCFullYear();
  const month = today.getUTCMonth() + ahead;
  const start = new Date(Date.UTC(year, month));
  const name = `session_steps_${start.getUTCFullYear()}_${String(start.getUTCMonth() + 1).padStart(2, '0')}`;
  return { name, low: firstSessionId(start.getTime()), high: firstSessionId(Date.UTC(year, month + 1)) };
}
