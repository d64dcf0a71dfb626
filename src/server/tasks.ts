import { forgetEffects } from '#store/queries/effects.ts';
import { forgetKeys } from '#store/queries/idempotency.ts';
import { deleteExpiredSignIns } from '#store/queries/sign-ins.ts';
import type { Replica } from '#store/replica/replica.ts';
import { makeStepPartitions } from '#store/step-partitions.ts';
import { emptyTrash } from './interactions/empty-trash.ts';
import type { Services } from './services.ts';
import { expireIdleSessions } from './sessions/expire.ts';
import type { Task } from './work.ts';

const A_SECOND = 1_000;
const AN_HOUR = 3_600 * A_SECOND;
const A_DAY = 24 * AN_HOUR;
const A_WEEK = 7 * A_DAY;

/** What this process does beside the requests, by its roles. */
export function tasksOf(services: Services): Task[] {
  const { config, db, clock, replica } = services;
  const jobs: Task[] = [
    { name: 'time out idle sessions', every: 15 * A_SECOND, run: () => expireIdleSessions(services) },
    { name: 'make parts of the step log', every: A_DAY, run: () => makeStepPartitions(db, clock.now()) },
    { name: 'forget answers to old requests', every: AN_HOUR, run: () => forgetKeys(db, clock.now() - A_DAY) },
    { name: 'forget requests that are done with', every: AN_HOUR, run: () => forgetEffects(db, clock.now() - A_WEEK) },
    { name: 'empty the trash', every: AN_HOUR, run: () => emptyTrash(services) },
    { name: 'forget old sign-ins', every: AN_HOUR, run: () => deleteExpiredSignIns(db, clock.now()) },
  ];
  return [
    ...(config.roles.includes('jobs') ? jobs : []),
    { name: 'let go of old secrets', every: AN_HOUR, run: async () => services.secretMemory.sweep() },
    ...(replica ? [{ name: 'feed the reports', every: A_SECOND, run: () => feed(services, replica) }] : []),
  ];
}

async function feed({ live }: Services, replica: Replica): Promise<void> {
  const { steps } = await replica.feed();
  if (steps > 0) live.tellEverybody({ kind: 'reports.fed' });
}
