import type { Catalog } from '#contract/element-type.ts';
import type { SessionState } from '#engine/state.ts';
import type { Clock, Ids } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { StepWriter } from '#store/step-writer/step-writer.ts';
import type { Config } from './config.ts';
import type { LiveHub } from './live/hub.ts';
import type { SessionChanges } from './live/session-changes.ts';
import type { Programs } from './programs.ts';
import type { Askers } from './sign-in/askers.ts';
import type { SignInGate } from './sign-in/gate.ts';
import type { Passwords } from './sign-in/passwords.ts';
import type { KnownUses } from './uses/known-uses.ts';
import type { CurrentValues } from './values/current-values.ts';

/** What the handlers of all routes share. Made once per server. */
export interface Services {
  readonly config: Config;
  readonly db: Db;
  readonly clock: Clock;
  readonly ids: Ids;
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
  /** The values of each account as they are now. */
  readonly accountValues: CurrentValues;
  readonly knownUses: KnownUses;
}
