import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { catalog } from '#elements/catalog.ts';
import type { SessionState } from '#engine/state.ts';
import { type Clock, timeSortedIds } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import type { OnProgress, StartProblem } from '#store/embedded/start-problem.ts';
import { openStore, type Store } from '#store/open-store.ts';
import { openReplica } from '#store/replica/open-replica.ts';
import type { Replica } from '#store/replica/replica.ts';
import { makeStepPartitions } from '#store/step-partitions.ts';
import { StepWriter } from '#store/step-writer/step-writer.ts';
import { buildApp } from './app.ts';
import type { Config } from './config.ts';
import { Breakers } from './effects/breakers.ts';
import { delivery } from './effects/deliver.ts';
import { Outbox } from './effects/outbox.ts';
import { openOutgoing } from './effects/outgoing.ts';
import { performing } from './effects/perform.ts';
import { TokenBuckets } from './http/token-bucket.ts';
import { LiveHub } from './live/hub.ts';
import { SessionChanges } from './live/session-changes.ts';
import { programs } from './programs.ts';
import { KnownReferences } from './references/known-references.ts';
import { openSecrets } from './secrets/open-secrets.ts';
import type { SecretBox } from './secrets/secret-box.ts';
import { secureRandom } from './secure-random.ts';
import type { Services } from './services.ts';
import { SessionArrivals } from './sessions/arrivals.ts';
import { readState, writeState } from './sessions/head.ts';
import { SecretMemory } from './sessions/secret-memory.ts';
import { Askers } from './sign-in/askers.ts';
import { signInGate } from './sign-in/gate.ts';
import { passwords } from './sign-in/passwords.ts';
import { tasksOf } from './tasks.ts';
import { CurrentValues } from './values/current-values.ts';
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
  /** Done when the database is up to date, before any request is answered and any background work begins. */
  readonly prepare?: (services: Services) => Promise<void>;
}

/** Of connections and mail, by account: nobody can use them to call somebody else thousands of times. */
const TRIALS = { burst: 20, refill: 3_000 };

/** Milliseconds that requests under way get to finish. */
const GRACE = 8_000;

/** Opens the database and the reports, brings both up to date and answers requests. */
export async function startServer(
  config: Config,
  options: StartOptions = {},
): Promise<Result<RunningServer, StartProblem>> {
  const dataFolder = resolve(config.dataFolder);
  const { onProgress } = options;
  const opened = await openStore(
    config.databaseUrl === undefined ? { dataFolder } : { databaseUrl: config.databaseUrl },
    onProgress,
  );
  if (!opened.ok) return opened;
  const store = opened.value;
  const secrets = await openSecrets(config, dataFolder, store.db, (options.clock ?? systemClock).now());
  if (!secrets.ok) return givenUp(store, secrets);
  const data = { ...store, secrets: secrets.value };
  if (!config.roles.includes('reports')) return ok(await serve(config, data, options));
  const file = join(dataFolder, 'reports.duckdb');
  const replica = await openReplica({ file, pool: store.pool, ...(onProgress ? { onProgress } : {}) });
  if (!replica.ok) return givenUp(store, replica);
  return ok(await serve(config, { ...data, replica: replica.value }, options));
}

async function givenUp<T>(store: Store, failed: T): Promise<T> {
  await store.close();
  return failed;
}

const systemClock: Clock = { now: () => Date.now() };

/** What a server works with; closing the server closes it. */
export type OpenData = Store & { readonly secrets: SecretBox; readonly replica?: Replica };

/** Answers requests from data that is open. */
export async function serve(config: Config, data: OpenData, options: StartOptions = {}): Promise<RunningServer> {
  const clock = options.clock ?? systemClock;
  let onError: (error: unknown) => void = () => {};
  const report = (error: unknown) => onError(error);
  const services = makeServices(config, data, clock, report);
  const { live, steps, sessionChanges, replica, outgoing } = services;
  let stopping = false;
  const app = await buildApp(services, {
    webFolder: resolve(options.webFolder ?? 'dist/web'),
    isStopping: () => stopping,
  });
  onError = (error) => app.log.error({ err: error }, 'background work failed');
  await makeStepPartitions(services.db, clock.now());
  await live.start();
  await options.prepare?.(services);
  const work = startWork(tasksOf(services), report);
  services.outbox.start(performing(services), delivery(services));
  const url = await app.listen({ host: config.host, port: config.port });
  return {
    url,
    services,
    async close() {
      if (stopping) return;
      stopping = true;
      live.close();
      await work.close();
      await services.outbox.close();
      await Promise.race([app.close(), pause(GRACE, undefined, { ref: false })]);
      app.server.closeAllConnections();
      await outgoing.close();
      await steps.settled();
      await sessionChanges.close();
      await replica?.close();
      await data.close();
    },
  };
}

function makeServices(config: Config, data: OpenData, clock: Clock, report: (error: unknown) => void): Services {
  const { db, prepared, secrets, replica } = data;
  const live = new LiveHub(data, report);
  const accountValues = new CurrentValues(prepared, clock, live);
  return {
    config,
    db,
    clock,
    ids: timeSortedIds(clock, secureRandom),
    random: secureRandom,
    catalog,
    askers: new Askers(prepared, clock),
    passwords: passwords(),
    gate: signInGate(clock),
    programs: programs(catalog, accountValues),
    steps: new StepWriter<SessionState>({ pool: prepared, readState, writeState }),
    replica,
    live,
    sessionChanges: new SessionChanges(db, report),
    arrivals: new SessionArrivals(),
    secretMemory: new SecretMemory(clock),
    outbox: new Outbox({ db, clock, home: randomUUID(), onError: report }),
    secrets,
    outgoing: openOutgoing({ allowPrivate: config.allowPrivateCalls }),
    breakers: new Breakers(clock),
    trials: new TokenBuckets(clock, TRIALS.burst, TRIALS.refill),
    accountValues,
    knownReferences: new KnownReferences(catalog),
  };
}
