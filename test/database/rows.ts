import type { AccountId, CommandId, ContentHash, ElementId, InteractionId, SessionId, UserId } from '#prelude/ids.ts';
import { seededRandom, steppedClock, timeSortedIds } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { insertAccount } from '#store/queries/accounts.ts';
import { type Act, insertInteraction } from '#store/queries/interactions.ts';
import { insertSession, type NewSession } from '#store/queries/sessions.ts';
import { insertVersion, type NewVersion } from '#store/queries/versions.ts';
import { type AccountScope, accountScope } from '#store/scope.ts';

/* Rows that tests start from. Each has a new id, so they never meet. */

/** When everything here happens unless a test says otherwise: 2026-03-01T09:00:00Z. */
export const MORNING = Date.UTC(2026, 2, 1, 9);

const clock = steppedClock(MORNING);
const ids = timeSortedIds(clock, seededRandom(7));

/** A new id with the given prefix; ids made later sort later. */
export function newId<Id extends string>(prefix: string): Id {
  clock.advance(1);
  // The caller says which kind of id it is: that is what a test's own ids are.
  return ids.make(prefix) as Id;
}

/** Somebody who does things at the usual time. */
export function act(at = MORNING): Act {
  return { by: newId<UserId>('usr'), at };
}

export async function anAccount(db: Db): Promise<AccountScope> {
  const id = newId<AccountId>('acc');
  await insertAccount(db, { id, name: `Account ${id}`, settings: { timeZone: 'Europe/Madrid' }, created_at: MORNING });
  return accountScope(id);
}

export async function anInteraction(scope: AccountScope, db: Db, name = 'Problem type'): Promise<InteractionId> {
  const id = newId<InteractionId>('int');
  await insertInteraction(scope, db, { id, name, description: '', folder_id: null }, act());
  return id;
}

/** A version's content; each call makes another one unless `content` says which. */
export function aVersion(content: string = newId('content')): NewVersion {
  return {
    content_hash: content as ContentHash,
    whole_hash: `whole-${content}`,
    bytes: `{"content":"${content}"}`,
    name: 'First',
    note: '',
    clients: ['desk'],
    answers: [],
    problems: { errors: 0, warnings: 0, infos: 0 },
    tests: null,
  };
}

/** A session that waits at its first element: of a new version of a new Interaction, or of what `over` says. */
export async function aSession(
  scope: AccountScope,
  db: Db,
  over: Partial<NewSession> = {},
): Promise<{ id: SessionId; interaction: InteractionId }> {
  const interaction = over.interaction_id ?? (await anInteraction(scope, db));
  const version = aVersion();
  const number = over.version_number ?? (await insertVersion(scope, db, interaction, version, act())).number;
  const session: NewSession = {
    id: newId<SessionId>('ses'),
    interaction_id: interaction,
    version_number: number,
    content_hash: version.content_hash,
    kind: 'live',
    client: 'desk',
    channel: 'voice',
    language: 'en',
    user_id: newId<UserId>('usr'),
    team_id: null,
    customer_key: null,
    started_at: MORNING,
    status: 'waiting',
    element: 'q_problem' as ElementId,
    state: { total: 0 },
    ended_at: null,
    outcome: null,
    expires_at: null,
    dimensions: {},
    ...over,
  };
  await insertSession(scope, db, session, { command_id: newId<CommandId>('cmd'), actor: 'usr_1', events: ['start'] });
  return { id: session.id, interaction };
}
