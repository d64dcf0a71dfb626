import { sessionRoutes } from '#api/sessions.ts';
import type { AccountId, InteractionId, UserId } from '#prelude/ids.ts';
import type { Services } from '#server/services.ts';
import { hashOfSecret, newSecret } from '#server/sign-in/secret.ts';
import { insertMembership } from '#store/queries/memberships.ts';
import { insertSignIn } from '#store/queries/sign-ins.ts';
import { insertUser } from '#store/queries/users.ts';
import { accountScope } from '#store/scope.ts';
import { Client } from '#test/server/client.ts';
import type { LoadedSession } from './step-load.ts';

/** An agent who is signed in. */
export interface Agent {
  readonly headers: Readonly<Record<string, string>>;
  /** Starts sessions of an Interaction, a few at once. */
  start(interaction: InteractionId, count: number): Promise<LoadedSession[]>;
}

/** Milliseconds: longer than any measurement. */
const A_DAY = 24 * 3_600_000;
const AT_ONCE = 8;

/**
 * Somebody new with a sign-in of their own: as in a call centre, where no two requests come with the same token. Their
 * rows are written straight away, because a password for each would take longer than the measurement.
 */
export async function anAgent(url: string, { db, ids, clock }: Services, account: AccountId): Promise<Agent> {
  const id = ids.make('usr') as UserId;
  const token = newSecret();
  const now = clock.now();
  await insertUser(db, {
    id,
    email: `${id}@example.org`,
    name: `Agent ${id}`,
    password_hash: null,
    system_administrator: false,
    created_at: now,
  });
  await insertMembership(accountScope(account), db, { user_id: id, roles: ['agent'], created_at: now });
  const signIn = { token_hash: hashOfSecret(token), user_id: id, client: 'bench', created_at: now, seen_at: now };
  await insertSignIn(db, { ...signIn, expires_at: now + A_DAY });
  const client = new Client(url);
  client.cookie = `waymark=${token}`;
  const startOne = async (interaction: InteractionId): Promise<LoadedSession> => {
    const body = { interaction, kind: 'live', client: 'agent-desk' } as const;
    const { id: session, seq } = await client.call(sessionRoutes.start, { account }, { body });
    return {
      path: `/api/v1/accounts/${account}/sessions/${session}/commands`,
      seq,
      headers: { cookie: client.cookie ?? '' },
    };
  };
  return {
    headers: { cookie: client.cookie },
    async start(interaction, count) {
      const sessions: LoadedSession[] = [];
      while (sessions.length < count) {
        const group = Array.from({ length: Math.min(AT_ONCE, count - sessions.length) }, () => startOne(interaction));
        sessions.push(...(await Promise.all(group)));
      }
      return sessions;
    },
  };
}
