import { apiKeyRoutes } from '#api/api-keys.ts';
import type { ApiKeyId } from '#api/identifier.ts';
import { insertApiKey, listApiKeys, revokeApiKey } from '#store/queries/api-keys.ts';
import type { RouteServer } from '../http/serve.ts';
import { pageOf } from '../listing.ts';
import { namesOf } from '../names.ts';
import { record } from '../record.ts';
import { refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { textOfApiKey } from '../sign-in/authenticate.ts';
import { hashOfSecret, newSecret } from '../sign-in/secret.ts';
import { rolesOf } from '../who.ts';

export function serveApiKeys(server: RouteServer, { ids }: Services): void {
  server.member(apiKeyRoutes.list, async ({ db, who, query }) => {
    const rows = (await listApiKeys(who.scope, db)).filter(({ revoked_at }) => revoked_at === null);
    const names = await namesOf(
      who.scope,
      db,
      rows.map(({ created_by }) => created_by),
    );
    const { items, ...next } = pageOf(rows, query, ({ id }) => id);
    return answer(200, {
      items: items.map((row) => ({
        id: row.id as ApiKeyId,
        name: row.name,
        roles: [...rolesOf(row.roles)],
        begins: textOfApiKey(who.account, row.id, ''),
        createdAt: row.created_at,
        createdBy: names.of(row.created_by),
        lastUsedAt: row.used_at,
      })),
      ...next,
    });
  });

  server.member(apiKeyRoutes.create, async ({ body, ...doer }) => {
    const { who, db, now } = doer;
    const id = ids.make('key') as ApiKeyId;
    const secret = newSecret();
    const { name, roles } = body;
    const row = { id, name, roles, key_hash: hashOfSecret(secret), created_by: who.person.id, created_at: now };
    await insertApiKey(who.scope, db, { ...row, expires_at: null });
    await record(doer, 'api-key.made', { object: `api-key:${id}`, title: name }, { details: { roles } });
    return answer(201, {
      id,
      name,
      roles,
      begins: textOfApiKey(who.account, id, ''),
      createdAt: now,
      createdBy: who.person,
      lastUsedAt: null,
      key: textOfApiKey(who.account, id, secret),
    });
  });

  server.member(apiKeyRoutes.withdraw, async ({ params, ...doer }) => {
    const { who, db, now } = doer;
    const row = (await listApiKeys(who.scope, db)).find(({ id }) => id === params.key);
    if (!row || !(await revokeApiKey(who.scope, db, params.key, now))) return refuse('not-found');
    await record(doer, 'api-key.withdrawn', { object: `api-key:${row.id}`, title: row.name });
    return done();
  });
}
