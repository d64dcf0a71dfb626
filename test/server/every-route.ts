import * as Y from 'yjs';
import { aheadRoutes } from '#api/ahead.ts';
import { apiKeyRoutes } from '#api/api-keys.ts';
import { changeRequestRoutes } from '#api/change-requests.ts';
import { commentRoutes } from '#api/comments.ts';
import { connectionRoutes } from '#api/connections.ts';
import type { ErrorCode } from '#api/errors.ts';
import { folderRoutes } from '#api/folders.ts';
import { interactionRoutes } from '#api/interactions.ts';
import { mailRoutes } from '#api/mail.ts';
import { outcomeRoutes } from '#api/outcomes.ts';
import type { Permission } from '#api/permissions.ts';
import type { Route } from '#api/route.ts';
import { ROUTES } from '#api/routes.ts';
import { teamRoutes } from '#api/teams.ts';
import { userRoutes } from '#api/users.ts';
import { valueRoutes } from '#api/values.ts';
import { versionRoutes } from '#api/versions.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import type { ConnectionKey, InteractionId } from '#prelude/ids.ts';
import { type Account, newCommandId, PASSWORD, type Person } from './driver.ts';
import { formWith, PDF, seed } from './files.ts';

/** How one route is called so that it can go well, in an account and by somebody who may. */
export interface Sample {
  readonly params?: Record<string, string | number>;
  readonly query?: Record<string, string>;
  readonly body?: unknown;
}

interface Way {
  /** Makes what the call is about; `who` is the one who will call. */
  readonly sample: (account: Account, who: Person) => Promise<Sample>;
  /** A permission that this very call needs beside the route's own. */
  readonly also?: Permission;
  /** This call is refused with this code to those who have the right. */
  readonly refused?: ErrorCode;
}

type RouteNames = { [Resource in keyof typeof ROUTES]: keyof (typeof ROUTES)[Resource] & string };
type Ways = { [Resource in keyof RouteNames]: Readonly<Record<RouteNames[Resource], Way>> };

let made = 0;
const another = () => ++made;

/** An Interaction that nobody else uses, as a draft or live. */
async function interaction(account: Account, state: 'draft' | 'live' = 'draft'): Promise<InteractionId> {
  const file = seed({ id: `int_${another()}` });
  const { administrator } = account;
  const { interaction } = state === 'live' ? await administrator.release(file) : await administrator.publish(file);
  return interaction.id;
}

async function version(account: Account, state: 'draft' | 'live' = 'draft') {
  return { interaction: await interaction(account, state), version: 1 };
}

async function inReview(account: Account) {
  const params = await version(account);
  await account.administrator.call(versionRoutes.submit, { account: account.id, ...params }, { body: {} });
  return params;
}

async function folder(account: Account): Promise<string> {
  const body = { name: `Folder ${another()}` };
  return (await account.administrator.call(folderRoutes.create, { account: account.id }, { body })).id;
}

/** Its server is this machine, which no connection may reach: trying it is answered at once. */
async function connection(account: Account) {
  const key = `system_${another()}` as ConnectionKey;
  const body = { key, name: 'System', kind: 'http' as const, live: null, test: httpSettings };
  await account.administrator.call(connectionRoutes.create, { account: account.id }, { body });
  return { connection: key };
}

const httpSettings = {
  baseUrl: 'https://localhost/api',
  headers: [],
  timeLimit: 5_000,
  retries: 0,
  authentication: { kind: 'none' as const },
};

const mailServer = {
  host: 'localhost',
  port: 465,
  security: 'tls' as const,
  user: null,
  from: { name: 'Service', address: 'service@example.org' },
  replyTo: null,
};

async function withMail(account: Account): Promise<Sample> {
  await account.administrator.call(mailRoutes.change, { account: account.id }, { body: mailServer });
  return {};
}

/** An account value that no Interaction reads. */
async function value(account: Account) {
  const body = { key: `value_${another()}` as never, label: 'Hours', type: 'text' as const, live: { en: '9 to 5' } };
  const { key } = await account.administrator.call(valueRoutes.create, { account: account.id }, { body });
  return { value: key };
}

/** A team with one person in it. */
async function team(account: Account) {
  const { administrator: who, id } = account;
  const made = await who.call(teamRoutes.create, { account: id }, { body: { name: `Team ${another()}` } });
  await who.call(teamRoutes.addMember, { account: id, team: made.id }, { body: { user: who.id } });
  return { team: made.id, user: who.id };
}

/** An outcome that nothing ends with. */
async function outcome(account: Account) {
  const body = { key: `outcome ${another()}`, label: { en: 'Sold' }, kind: 'success' as const };
  const { key } = await account.administrator.call(outcomeRoutes.create, { account: account.id }, { body });
  return { outcome: key };
}

async function comment(account: Account) {
  const id = await interaction(account);
  const params = { account: account.id, interaction: id };
  const body = { text: 'Shorter, please' };
  return { interaction: id, comment: (await account.administrator.call(commentRoutes.add, params, { body })).id };
}

async function workingCopy(account: Account): Promise<string> {
  const body = { interaction: 'int_copy' as InteractionId, name: `Copy ${another()}` };
  return (await account.administrator.call(workingCopyRoutes.create, { account: account.id }, { body })).id;
}

function yjsUpdate(): string {
  const doc = new Y.Doc();
  doc.getMap('file').set('name', 'Problem type');
  return Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64');
}

/** A session of the caller's own where they may run one, else somebody's that they may look at. */
async function session(account: Account, who: Person) {
  const id = await interaction(account, 'live');
  const kind = who.may('sessions.run') ? 'live' : 'test';
  const runner = who.may('sessions.run') || who.may('sessions.test') ? who : account.administrator;
  return runner.start(id, { kind });
}

/** Where the program of a session that {@link session} made is. */
async function program(account: Account, who: Person) {
  const { id } = await session(account, who);
  const runner = who.may('sessions.run') || who.may('sessions.test') ? who : account.administrator;
  return (await runner.call(aheadRoutes.session, { account: account.id, session: id })).program;
}

const nothing = async (): Promise<Sample> => ({});
const of = (params: Promise<Sample['params'] & object>, body?: unknown) =>
  params.then((found): Sample => ({ params: found, ...(body === undefined ? {} : { body }) }));

/** A way to call each route. A route without one is a type error. */
const WAYS: Ways = {
  'sign-in': {
    signIn: { sample: async (_account, who) => ({ body: { email: who.email, password: PASSWORD } }) },
    signOut: { sample: nothing },
    me: { sample: nothing },
    changePassword: {
      refused: 'password.wrong',
      sample: async () => ({ body: { current: 'not this one', next: 'another long password' } }),
    },
  },
  accounts: {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { name: `Account ${another()}` } }) },
    read: { sample: nothing },
    change: { sample: async () => ({ body: { settings: { idleMinutes: 45 } } }) },
  },
  users: {
    list: { sample: nothing },
    add: {
      sample: async () => ({
        body: { email: `new${another()}@example.org`, name: 'New', roles: ['agent'], password: PASSWORD },
      }),
    },
    change: {
      sample: async (account) => {
        const body = { email: `old${another()}@example.org`, name: 'Old', roles: [], password: PASSWORD };
        const { id } = await account.administrator.call(userRoutes.add, { account: account.id }, { body });
        return { params: { user: id }, body: { roles: ['analyst'] } };
      },
    },
  },
  teams: {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { name: `Team ${another()}` } }) },
    rename: { sample: async (a) => ({ params: { team: (await team(a)).team }, body: { name: `Other ${another()}` } }) },
    delete: { sample: async (a) => ({ params: { team: (await team(a)).team } }) },
    addMember: {
      sample: async (a) => ({ params: { team: (await team(a)).team }, body: { user: a.administrator.id } }),
    },
    removeMember: { sample: (a) => of(team(a)) },
    uses: { sample: async (a) => ({ params: { team: (await team(a)).team } }) },
  },
  'api-keys': {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { name: 'Key', roles: ['agent'] } }) },
    withdraw: {
      sample: async ({ administrator, id }) => {
        const body = { name: 'Key', roles: ['agent' as const] };
        return { params: { key: (await administrator.call(apiKeyRoutes.create, { account: id }, { body })).id } };
      },
    },
  },
  connections: {
    list: { sample: nothing },
    create: {
      sample: async () => ({
        body: { key: `system_${another()}`, name: 'System', kind: 'http', live: null, test: httpSettings },
      }),
    },
    read: { sample: (a) => of(connection(a)) },
    change: { sample: (a) => of(connection(a), { name: 'Renamed' }) },
    uses: { sample: (a) => of(connection(a)) },
    try: { sample: (a) => of(connection(a), { method: 'GET', path: '/' }) },
    delete: { sample: (a) => of(connection(a)) },
  },
  mail: {
    read: { sample: nothing },
    change: { sample: async () => ({ body: mailServer }) },
    try: { sample: withMail },
    remove: { sample: withMail },
  },
  folders: {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { name: `Folder ${another()}` } }) },
    rename: { sample: async (a) => ({ params: { folder: await folder(a) }, body: { name: `Renamed ${another()}` } }) },
    delete: { sample: async (a) => ({ params: { folder: await folder(a) } }) },
  },
  values: {
    list: { sample: nothing },
    types: { sample: nothing },
    create: {
      sample: async () => ({ body: { key: `value_${another()}`, label: 'Limit', type: 'number', live: 20 } }),
    },
    read: { sample: (a) => of(value(a)) },
    change: { sample: (a) => of(value(a), { live: { en: '8 to 6' } }) },
    delete: { sample: (a) => of(value(a)) },
    uses: { sample: (a) => of(value(a)) },
    history: { sample: (a) => of(value(a)) },
  },
  outcomes: {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { key: `outcome ${another()}`, label: { en: 'Sold' }, kind: 'success' } }) },
    arrange: { sample: async () => ({ body: { order: ['call_back'] } }) },
    change: { sample: (a) => of(outcome(a), { retired: true }) },
    merge: { sample: (a) => of(outcome(a), { into: 'completed' }) },
    delete: { sample: (a) => of(outcome(a)) },
    uses: { sample: (a) => of(outcome(a)) },
  },
  interactions: {
    list: { sample: nothing },
    read: { sample: async (a) => ({ params: { interaction: await interaction(a) } }) },
    change: { sample: async (a) => ({ params: { interaction: await interaction(a) }, body: { name: 'Other' } }) },
    deletion: { sample: async (a) => ({ params: { interaction: await interaction(a) } }) },
    delete: { sample: async (a) => ({ params: { interaction: await interaction(a) } }) },
    restore: {
      sample: async (a) => {
        const params = { account: a.id, interaction: await interaction(a) };
        await a.administrator.call(interactionRoutes.delete, params);
        return { params: { interaction: params.interaction } };
      },
    },
  },
  versions: {
    publish: { sample: async () => ({ body: { file: seed({ id: `int_${another()}` }), clients: ['agent-desk'] } }) },
    list: { sample: async (a) => ({ params: { interaction: await interaction(a) } }) },
    read: { sample: (a) => of(version(a)) },
    file: { sample: (a) => of(version(a)) },
    pins: { sample: (a) => of(version(a)) },
    submit: { sample: (a) => of(version(a), {}) },
    requestChanges: { sample: (a) => of(inReview(a), { reason: 'Too long' }) },
    approve: { sample: (a) => of(inReview(a), { goLive: false }) },
    goLive: {
      sample: async (a) => {
        const params = await version(a);
        await a.administrator.approve(params.interaction, params.version, false);
        return { params, body: {} };
      },
    },
    retire: { sample: (a) => of(version(a, 'live'), {}) },
    delete: {
      sample: async (a) => {
        const params = await version(a);
        await a.administrator.publish(seed({ id: params.interaction, name: 'Newer' }));
        return { params };
      },
    },
  },
  comments: {
    list: { sample: async (a) => ({ params: { interaction: await interaction(a) } }) },
    add: { sample: async (a) => ({ params: { interaction: await interaction(a) }, body: { text: 'Good' } }) },
    change: { sample: (a) => of(comment(a), { resolved: true }) },
    reply: { sample: (a) => of(comment(a), { text: 'Done' }) },
  },
  'change-requests': {
    list: { sample: nothing },
    create: {
      sample: async (a) => ({ body: { interaction: await interaction(a), version: 1, wish: 'Faster' } }),
    },
    change: {
      sample: async (a) => {
        const body = { interaction: await interaction(a), version: 1, wish: 'Faster' };
        const { id } = await a.administrator.call(changeRequestRoutes.create, { account: a.id }, { body });
        return { params: { request: id }, body: { status: 'declined' } };
      },
    },
  },
  'working-copies': {
    list: { sample: nothing },
    create: { sample: async () => ({ body: { interaction: 'int_copy', name: 'Copy' } }) },
    read: { sample: async (a) => ({ params: { copy: await workingCopy(a) } }) },
    change: { sample: async (a) => ({ params: { copy: await workingCopy(a) }, body: { name: 'Renamed' } }) },
    update: { sample: async (a) => ({ params: { copy: await workingCopy(a) }, body: { update: yjsUpdate() } }) },
    delete: { sample: async (a) => ({ params: { copy: await workingCopy(a) } }) },
  },
  sessions: {
    start: {
      also: 'sessions.run',
      sample: async (a) => ({
        body: { interaction: await interaction(a, 'live'), kind: 'live', client: 'agent-desk' },
      }),
    },
    command: {
      sample: async (a, who) => {
        const { id, seq } = await session(a, who);
        return { params: { session: id }, body: { id: newCommandId(), expects: seq, kind: 'note', text: 'Hello' } };
      },
    },
    read: { sample: async (a, who) => ({ params: { session: (await session(a, who)).id } }) },
    list: { sample: nothing },
    why: { sample: async (a, who) => ({ params: { session: (await session(a, who)).id } }) },
    steps: { sample: async (a, who) => ({ params: { session: (await session(a, who)).id } }) },
    event: {
      sample: async (a, who) => ({ params: { session: (await session(a, who)).id }, body: { name: 'paid' } }),
      refused: 'not-found',
    },
  },
  ahead: {
    session: { sample: async (a, who) => ({ params: { session: (await session(a, who)).id } }) },
    program: { sample: (a, who) => of(program(a, who)) },
  },
  files: {
    upload: {
      sample: async (a, who) => ({ params: { session: (await session(a, who)).id }, body: formWith(PDF, 'a.pdf') }),
    },
    read: {
      sample: async (a, who) => {
        const runner = who.may('sessions.run') || who.may('sessions.test') ? who : a.administrator;
        const { id } = await session(a, who);
        return { params: { session: id, file: (await runner.upload({ id }, PDF, 'a.pdf')).id } };
      },
    },
  },
  desk: { interactions: { sample: nothing }, receivers: { sample: nothing } },
  reports: {
    summary: { sample: nothing },
    interactions: { sample: nothing },
    flow: { sample: async (a) => ({ query: { interaction: await interaction(a) } }) },
    sessions: { sample: async (a) => ({ query: { interaction: await interaction(a) } }) },
  },
  audit: { list: { sample: nothing } },
  live: { listen: { sample: nothing } },
};

export interface NamedRoute {
  readonly name: string;
  readonly route: Route;
  readonly way: Way;
}

export const EVERY_ROUTE: readonly NamedRoute[] = Object.entries(ROUTES).flatMap(([resource, routes]) =>
  Object.entries(routes).map(([name, route]) => {
    const way = (WAYS as Readonly<Record<string, Readonly<Record<string, Way>>>>)[resource]?.[name];
    if (!way) throw new Error(`No way to call ${resource}.${name}`);
    return { name: `${resource}.${name}`, route, way };
  }),
);
