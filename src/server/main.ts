import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { catalog } from '#elements/catalog.ts';
import type { SessionState } from '#engine/state.ts';
import { type Clock, type Ids, timeSortedIds } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { OnProgress, StartProblem } from '#store/embedded/start-problem.ts';
import { openStore, type Store } from '#store/open-store.ts';
import { makeStepPartitions } from '#store/step-partitions.ts';
import { StepWriter } from '#store/step-writer/step-writer.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { LiveHub } from './live/hub.ts';
import { SessionChanges } from './live/session-changes.ts';
import { programs } from './programs.ts';
import { secureRandom } from './secure-random.ts';
import type { Services } from './services.ts';
import { expireIdleSessions } from './sessions/expire.ts';
import { readState } from './sessions/head.ts';
import { signInGate } from './sign-in/gate.ts';
import { passwords } from './sign-in/passwords.ts';
import { startWork } from './work.ts';

export interface RunningServer {
  /** Where it answers, such as `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly services: Services;
  /** Finishes what is under way, for ten seconds at most, and stops. */
  close(): Promise<void>;
}

export interface StartOptions {
  readonly onProgress?: OnProgress;
  /** The folder of the web build. */
  readonly webFolder?: string;
  /** For tests: the time. */
  readonly clock?: Clock;
}

/** Milliseconds that requests under way get to finish. */
const GRACE = 8_000;

/** Opens the database, brings it up to date and answers requests. */
export async function startServer(
  config: Config,
  options: StartOptions = {},
): Promise<Result<RunningServer, StartProblem>> {
  const place =
    config.databaseUrl === undefined ? { dataFolder: resolve(config.dataFolder) } : { databaseUrl: config.databaseUrl };
  const opened = await openStore(place, options.onProgress);
  if (!opened.ok) return opened;
  return ok(await serve(config, opened.value, options));
}

/** Answers requests from a database that is open; closing the server closes it. */
export async function serve(config: Config, store: Store, options: StartOptions = {}): Promise<RunningServer> {
  const clock = options.clock ?? { now: () => Date.now() };
  let onError: (error: unknown) => void = () => {};
  const report = (error: unknown) => onError(error);
  const { db, pool } = store;
  const ids: Ids = timeSortedIds(clock, secureRandom);
  const live = new LiveHub(store, report);
  const sessionChanges = new SessionChanges(db, report);
  const steps = new StepWriter<SessionState>({ pool, readState });
  const services: Services = {
    config,
    db,
    clock,
    ids,
    catalog,
    passwords: passwords(),
    gate: signInGate(clock),
    programs: programs(catalog),
    steps,
    live,
    sessionChanges,
  };
  let stopping = false;
  const app = await buildApp(services, {
    webFolder: resolve(options.webFolder ?? 'dist/web'),
    isStopping: () => stopping,
  });
  onError = (error) => app.log.error({ err: error }, 'background work failed');
  await makeStepPartitions(db, clock.now());
  await live.start();
  const work = config.roles.includes('jobs')
    ? startWork(
        [
          { name: 'expire idle sessions', every: 15_000, run: () => expireIdleSessions(services) },
          { name: 'make parts of the step log', every: 86_400_000, run: () => makeStepPartitions(db, clock.now()) },
        ],
        report,
      )
    : undefined;
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    services,
    async close() {
      if (stopping) return;
      stopping = true;
      live.close();
      await work?.close();
      await Promise.race([app.close(), pause(GRACE, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await steps.settled();
      await sessionChanges.close();
      await store.close();
    },
  };
}
