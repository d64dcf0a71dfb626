import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountRoutes } from '#api/accounts.ts';
import type { CLIENTS } from '#api/clients.ts';
import { fileRoutes } from '#api/files.ts';
import { may, type Permission, type Role } from '#api/permissions.ts';
import type { SessionBody, SessionKind } from '#api/sessions.ts';
import { sessionRoutes } from '#api/sessions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { type Team, teamRoutes } from '#api/teams.ts';
import { userRoutes } from '#api/users.ts';
import { type VersionDetail, versionRoutes } from '#api/versions.ts';
import type { FileValue } from '#contract/file-value.ts';
import type { AccountId, CommandId, InteractionId, UserId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Clock } from '#prelude/ports.ts';
import type { SettingsChanges } from '#server/accounts/commands.ts';
import { type Config, readConfig } from '#server/config.ts';
import { type OpenData, type RunningServer, serve } from '#server/main.ts';
import { secretBox } from '#server/secrets/secret-box.ts';
import type { Store } from '#store/open-store.ts';
import { insertUser } from '#store/queries/users.ts';
import { openReplica } from '#store/replica/open-replica.ts';
import { freshDatabase } from '#test/database/fresh-database.ts';
import { Client } from './client.ts';
import { formWith } from './files.ts';

export const PASSWORD = 'a long enough password';

/** Milliseconds that opening a house may take on a busy machine: the first one starts the database. */
export const OPENING = 300_000;

/** A real server on a port of its own, with a database of its own, and somebody who looks after it. */
export interface House extends AsyncDisposable {
  readonly server: RunningServer;
  readonly keeper: Person;
  /** An account with one Account Administrator in it, who does what tests need done. */
  account(name: string, settings?: SettingsChanges): Promise<Account>;
  /** Somebody whom the server does not know. */
  stranger(): Client;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly clock?: Clock;
  readonly environment?: Record<string, string>;
  readonly webFolder?: string;
  /** A database of the test's own; a fresh one of the tests' server otherwise. */
  readonly store?: Store;
  /** Makes reports too. */
  readonly reports?: boolean;
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const store = options.store ?? (await freshStore());
  const data = options.reports ? await withReports(store) : store;
  const server = await serve(
    testConfig(options.environment),
    { ...data, secrets: testSecrets },
    {
      webFolder: options.webFolder ?? 'no-web-build',
      ...(options.clock ? { clock: options.clock } : {}),
    },
  );
  const { services } = server;
  const email = 'keeper@example.org';
  await insertUser(services.db, {
    id: services.ids.make('usr') as UserId,
    email,
    name: 'Keeper',
    password_hash: await services.passwords.hash(PASSWORD),
    system_administrator: true,
    created_at: services.clock.now(),
  });
  const keeper = await Person.signIn(server.url, email);
  const close = () => server.close();
  let people = 0;
  return {
    server,
    keeper,
    stranger: () => new Client(server.url),
    async account(name, settings) {
      const body = { name, ...(settings ? { settings } : {}) };
      const { id } = await keeper.call(accountRoutes.create, {}, { body });
      const add = async (...roles: Role[]) => {
        const address = `person${++people}@example.org`;
        const who = { email: address, name: `${roles.join(' and ') || 'nobody'} ${people}`, roles, password: PASSWORD };
        await keeper.call(userRoutes.add, { account: id }, { body: who });
        return Person.signIn(server.url, address, id);
      };
      const administrator = await add('account-administrator');
      return {
        id,
        administrator,
        person: add,
        async team(called, ...members) {
          const made = await administrator.call(teamRoutes.create, { account: id }, { body: { name: called } });
          for (const { id: user } of members) {
            await administrator.call(teamRoutes.addMember, { account: id, team: made.id }, { body: { user } });
          }
          return made;
        },
      };
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A key for tests: each server has the same. */
export const testSecrets = secretBox({ id: 'test', bytes: Buffer.alloc(32, 7) });

async function freshStore(): Promise<Store> {
  const { db, pool, prepared, drop } = await freshDatabase();
  return { db, pool, prepared, close: drop };
}

/** The same with a reports file of its own. */
async function withReports(store: Store): Promise<Store & Pick<OpenData, 'replica'>> {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-reports-'));
  const opened = await openReplica({ file: join(folder, 'reports.duckdb'), pool: store.pool });
  if (!opened.ok) throw new Error(opened.error.message);
  const close = async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { ...store, replica: opened.value, close };
}

export interface Account {
  readonly id: AccountId;
  readonly administrator: Person;
  /** Somebody new with these roles, signed in. */
  person(...roles: Role[]): Promise<Person>;
  /** A new team of these people. */
  team(name: string, ...members: Person[]): Promise<Team>;
}

export function testConfig(environment: Record<string, string> = {}): Config {
  const read = readConfig({ WAYMARK_PORT: '0', WAYMARK_LOG: 'silent', WAYMARK_DEMO: '0', ...environment });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** Somebody who is signed in, doing what people do. */
export class Person extends Client {
  readonly email: string;
  readonly account: AccountId;
  id = '' as UserId;
  roles: readonly Role[] = [];

  private constructor(url: string, email: string, account: AccountId) {
    super(url);
    this.email = email;
    this.account = account;
  }

  static async signIn(url: string, email: string, account = '' as AccountId, password = PASSWORD): Promise<Person> {
    const person = new Person(url, email, account);
    const me = await person.call(signInRoutes.signIn, {}, { body: { email, password } });
    person.id = me.user.id;
    person.roles = me.accounts.find(({ id }) => id === account)?.roles ?? [];
    return person;
  }

  /** Whether the roles of this person give a permission, by the table. */
  may(permission: Permission): boolean {
    return may(this.roles, permission);
  }

  publish(
    file: string,
    more: { note?: string; clients?: (typeof CLIENTS)[number][]; answers?: VersionDetail['answers'] } = {},
  ): Promise<VersionDetail> {
    const body = { file, clients: [...(more.clients ?? (['agent-desk', 'api'] as const))], ...more };
    return this.call(versionRoutes.publish, { account: this.account }, { body });
  }

  /** Publishes and makes live, as an administrator may. */
  async release(file: string): Promise<VersionDetail> {
    const { interaction, number } = await this.publish(file);
    return this.approve(interaction.id, number);
  }

  approve(interaction: InteractionId, version: number, goLive = true): Promise<VersionDetail> {
    return this.call(versionRoutes.approve, this.of(interaction, version), { body: { goLive } });
  }

  of(interaction: InteractionId, version: number) {
    return { account: this.account, interaction, version };
  }

  start(
    interaction: InteractionId,
    more: { kind?: SessionKind; version?: number; variables?: JsonObject } = {},
  ): Promise<SessionBody> {
    const body = { interaction, kind: 'live' as const, client: 'agent-desk' as const, ...more };
    return this.call(sessionRoutes.start, { account: this.account }, { body });
  }

  /** Answers the page that a session shows; without a value: goes on. */
  answer(session: SessionBody, value?: Json): Promise<SessionBody> {
    return this.command(session, { kind: 'answer', ...(value === undefined ? {} : { value }) });
  }

  command(session: SessionBody, command: JsonObject & { kind: string }, id = newCommandId()): Promise<SessionBody> {
    const body = { ...command, id, expects: session.seq } as never;
    return this.call(sessionRoutes.command, { account: this.account, session: session.id }, { body });
  }

  /** Uploads a file for an answer of a session. */
  async upload(session: Pick<SessionBody, 'id'>, bytes: Uint8Array | string, name: string): Promise<FileValue> {
    const body = formWith(bytes, name) as never;
    return this.call(fileRoutes.upload, { account: this.account, session: session.id }, { body });
  }

  look(session: Pick<SessionBody, 'id'>): Promise<SessionBody> {
    return this.call(sessionRoutes.read, { account: this.account, session: session.id });
  }
}

let commands = 0;

export function newCommandId(): CommandId {
  return `command-${++commands}-${process.pid}-${Math.floor(performance.now())}` as CommandId;
}
