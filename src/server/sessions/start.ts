import type { Channel, Client } from '#api/clients.ts';
import type { SessionKind } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import type { Interaction, Variable } from '#format/interaction.ts';
import type { CommandId, InteractionId, SessionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Ids } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { insertEffects } from '#store/queries/effects.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { insertSession } from '#store/queries/sessions.ts';
import { findVersion, listVersions, type VersionLine } from '#store/queries/versions.ts';
import type { StepWriter } from '#store/step-writer/step-writer.ts';
import { announce } from '../announce.ts';
import type { Outbox } from '../effects/outbox.ts';
import type { Programs } from '../programs.ts';
import type { Doer } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { CurrentValues } from '../values/current-values.ts';
import { allows } from '../who.ts';
import { headOf, writeState } from './head.ts';
import { languageFor } from './language.ts';
import { type PresentableSession, pinnedProgram } from './present.ts';
import { requestsIn } from './requests.ts';
import { givenNow } from './run-step.ts';
import type { SecretMemory } from './secret-memory.ts';

export interface StartOrder {
  readonly interaction: InteractionId;
  readonly version?: number | undefined;
  readonly kind: SessionKind;
  readonly client: Client;
  readonly channel?: Channel | undefined;
  readonly language?: string | undefined;
  readonly variables?: JsonObject | undefined;
}

export interface Started {
  readonly session: PresentableSession;
  readonly program: Program;
  readonly events: readonly SessionEvent[];
}

interface Starting {
  readonly steps: StepWriter<SessionState>;
  readonly ids: Ids;
  readonly programs: Programs;
  readonly outbox: Outbox;
  readonly secretMemory: SecretMemory;
  readonly accountValues: CurrentValues;
}

/** Starts a session and walks to its first page. The version is pinned: nothing that is published later disturbs it. */
export async function startSession(
  doer: Doer,
  { ids, steps, programs, outbox, secretMemory, accountValues }: Starting,
  order: StartOrder,
): Promise<Result<Started, Refusal>> {
  const { who, db, now } = doer;
  if (!allows(who, order.kind === 'test' ? 'sessions.test' : 'sessions.run')) return refuse('permission.missing');
  const chosen = await chooseVersion(doer, order);
  if (!chosen.ok) return chosen;
  const version = chosen.value;
  const program = await pinnedProgram(
    { who, db, programs },
    { interaction_id: version.interaction_id, version_number: version.number },
  );
  const closed = closedVariable(program.interaction, order.variables);
  if (closed !== undefined) {
    return refuse('session.variables', {
      detail: `“${closed}” is not a variable that may be given when a session starts`,
    });
  }
  const id = ids.make('ses') as SessionId;
  const language = languageFor(program.interaction.languages, order.language);
  const context = {
    agent: { name: who.person.name },
    session: id,
    ...(order.channel === undefined ? {} : { channel: order.channel }),
  };
  const given = await givenNow({ accountValues, secretMemory }, who.scope, { id, kind: order.kind, language }, program);
  const step = start(
    program,
    { client: order.client, language, variables: order.variables ?? {}, context },
    now,
    given,
  );
  if (!step.ok) return refuse('session.variables', { detail: step.error.message });
  const { events, state, secrets } = step.value;
  const session = {
    id,
    interaction_id: order.interaction,
    version_number: version.number,
    content_hash: version.content_hash,
    kind: order.kind,
    client: order.client,
    channel: order.channel ?? null,
    language,
    user_id: who.person.id,
    team_id: null,
    customer_key: null,
    started_at: now,
    ...headOf(program, state),
    state: writeState(state),
  };
  const first = { command_id: ids.make('cmd') as CommandId, actor: who.person.id, events };
  await insertSession(who.scope, db, session, first);
  await insertEffects(who.scope, db, id, order.interaction, requestsIn(events, outbox.home), now);
  secretMemory.keep(who.scope.account, id, secrets, state.secrets);
  const event = { kind: 'sessions.changed', session: id, interaction: order.interaction } as const;
  await announce(who.scope, db, event, { users: [who.person.id], teams: [] });
  const begun = { ...session, account_id: who.scope.account, seq: 1, last_at: now };
  if (state.status !== 'ended') steps.remember({ ...begun, state });
  return ok({ session: begun, program, events });
}

/** One of the variables given that the Interaction fills by itself: whoever starts a session does not answer for it. */
function closedVariable({ variables }: Interaction, given: JsonObject = {}): string | undefined {
  const declared: { readonly [key: string]: Variable } = variables;
  return Object.keys(given).find((key) => Object.hasOwn(declared, key) && declared[key]?.input !== true);
}

/** Customers get the live version and nothing else; a test may run any. */
async function chooseVersion({ who, db }: Doer, order: StartOrder): Promise<Result<VersionLine, Refusal>> {
  const interaction = await findInteraction(who.scope, db, order.interaction);
  if (!interaction) return refuse('not-found');
  if (interaction.emptied_at !== null) return refuse('interaction.gone');
  if (interaction.deleted_at !== null) return refuse('interaction.in-trash');
  const { live_version: live } = interaction;
  const number =
    order.version ?? live ?? (await newestForTest(order, () => listVersions(who.scope, db, interaction.id)));
  if (number === null) return refuse('interaction.not-live');
  if (order.kind !== 'test' && number !== live) return refuse('version.wrong-status');
  const version = await findVersion(who.scope, db, interaction.id, number);
  if (!version || version.deleted_at !== null) return refuse('not-found');
  if (order.kind === 'live' && !version.clients.includes(order.client)) return refuse('interaction.not-for-client');
  return ok(version);
}

async function newestForTest(order: StartOrder, versions: () => Promise<VersionLine[]>): Promise<number | null> {
  if (order.kind !== 'test') return null;
  return (await versions()).find(({ deleted_at }) => deleted_at === null)?.number ?? null;
}
