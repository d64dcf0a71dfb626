import type { Catalog } from '#contract/element-type.ts';
import type { SessionState } from '#engine/state.ts';
import type { Clock, Ids, Random } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { StepWriter } from '#store/step-writer/step-writer.ts';
import type { Config } from './config.ts';
import type { Breakers } from './effects/breakers.ts';
import type { Outbox } from './effects/outbox.ts';
import type { Outgoing } from './effects/outgoing.ts';
import type { TokenBuckets } from './http/token-bucket.ts';
import type { LiveHub } from './live/hub.ts';
import type { SessionChanges } from './live/session-changes.ts';
import type { Programs } from './programs.ts';
import type { KnownReferences } from './references/known-references.ts';
import type { SecretBox } from './secrets/secret-box.ts';
import type { SessionArrivals } from './sessions/arrivals.ts';
import type { SecretMemory } from './sessions/secret-memory.ts';
import type { Askers } from './sign-in/askers.ts';
import type { SignInGate } from './sign-in/gate.ts';
import type { Passwords } from './sign-in/passwords.ts';
import type { CurrentValues } from './values/current-values.ts';

/** What the handlers of all routes share. Made once per server. */
export interface Services {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  readonly catalog: Catalog;
  readonly askers: Askers;
  readonly passwords: Passwords;
  readonly gate: SignInGate;
  readonly programs: Programs;
  readonly steps: StepWriter<SessionState>;
  /** Where reports are read; undefined where this process makes none. */
  readonly replica: Replica | undefined;
  readonly live: LiveHub;
  readonly sessionChanges: SessionChanges;
  /** Wakes those who wait for a session to move on by itself. */
  readonly arrivals: SessionArrivals;
  readonly secretMemory: SecretMemory;
  /** What sessions ask of the world outside. */
  readonly outbox: Outbox;
  /** Seals and opens what is secret in the database. */
  readonly secrets: SecretBox;
  /** The way to outside systems and mail servers. */
  readonly outgoing: Outgoing;
  /** Which outside systems are ill, as far as this process has found out. */
  readonly breakers: Breakers;
  /** How often an account may try its connections and its mail. */
  readonly trials: TokenBuckets;
  /** The values of each account as they are now. */
  readonly accountValues: CurrentValues;
  readonly knownReferences: KnownReferences;
}
