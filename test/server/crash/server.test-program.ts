import { once } from 'node:events';
import type { UserId } from '#prelude/ids.ts';
import { readConfig } from '#server/config.ts';
import { startServer } from '#server/main.ts';
import { findUserByEmail, insertUser } from '#store/queries/users.ts';

/*
 * A whole server process with a database of its own, to be killed at any moment. Starts when it is told anything, so that
 * its code is read before the one before it is dead. Says where it answers. The first one makes whoever looks after the
 * server; EMAIL and PASSWORD say who that is.
 */

await once(process.stdin, 'data');

const config = readConfig(process.env);
if (!config.ok) throw new Error(JSON.stringify(config.error));
const started = await startServer(config.value);
if (!started.ok) throw new Error(started.error.message);
const { url, services, close } = started.value;
const email = process.env.EMAIL ?? '';
if (!(await findUserByEmail(services.db, email))) {
  await insertUser(services.db, {
    id: services.ids.make('usr') as UserId,
    email,
    name: 'Keeper',
    password_hash: await services.passwords.hash(process.env.PASSWORD ?? ''),
    system_administrator: true,
    created_at: services.clock.now(),
  });
}
process.once('SIGTERM', () => void close().then(() => process.exit(0)));
process.stdout.write(`${url}\n`);
