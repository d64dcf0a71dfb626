import { setTimeout as pause } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { accountRoutes } from '#api/accounts.ts';
import { addressOf } from '#api/address.ts';
import { type SessionBody, type SessionStep, sessionRoutes } from '#api/sessions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { teamRoutes } from '#api/teams.ts';
import { userRoutes } from '#api/users.ts';
import { versionRoutes } from '#api/versions.ts';
import type { AccountId, InteractionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { seededRandom } from '#prelude/ports.ts';
import { ApiProblem, Client, type Reply } from '../client.ts';
import { PASSWORD } from '../driver.ts';
import { seed } from '../files.ts';
import { KEEPER, MortalServer } from './mortal-server.ts';

/** What came out. All of the last six must be 0. */
export interface Counts {
  kills: number;
  sessions: number;
  /** Steps whose answer reached an agent. */
  acknowledged: number;
  /** Commands that were sent more than once because their answer got lost. */
  repeated: number;
  /** Milliseconds that the longest command took from first sending to its answer. */
  longestWait: number;
  /** Milliseconds that the slowest start took. */
  longestStart: number;
  lost: number;
  doubled: number;
  outOfOrder: number;
  /** Sessions that were somewhere else than they were left. */
  misplaced: number;
  /** Sessions that were started twice. */
  startedTwice: number;
  /** Answers that no agent should get. */
  wrong: string[];
}

/** One agent's own memory of a session: what was acknowledged. */
interface Remembered {
  body: SessionBody;
  readonly did: string[];
}

/** Steps that a process may answer before it is killed: from none to a few of each agent. */
const MOST_STEPS_OF_A_LIFE = 30;
/** How often a process is killed before it even answers. */
const DIES_WHILE_STARTING = 0.1;

type Send = (method: string, address: string, body?: unknown, headers?: Record<string, string>) => Promise<Reply>;

const A_SESSION: readonly JsonObject[] = [
  { kind: 'answer', value: 'billing' },
  { kind: 'note' },
  { kind: 'back' },
  { kind: 'answer', value: 'technical' },
  { kind: 'pause' },
  { kind: 'resume' },
  { kind: 'back' },
  { kind: 'note' },
  { kind: 'answer', value: 'billing' },
  { kind: 'answer' },
];

/**
 * Kills a server process again and again while agents work, then compares what they remember with what the log says.
 * Chance is seeded, so that the moments can be had again.
 */
export async function crash(options: { kills: number; agents: number; seed: number }): Promise<Counts> {
  const random = seededRandom(options.seed);
  const server = await MortalServer.make();
  try {
    const { account, interaction, clients } = await prepare(server.url, options.agents);
    const counts: Counts = {
      kills: 0,
      sessions: 0,
      acknowledged: 0,
      repeated: 0,
      longestWait: 0,
      longestStart: 0,
      lost: 0,
      doubled: 0,
      outOfOrder: 0,
      misplaced: 0,
      startedTwice: 0,
      wrong: [],
    };
    let over = false;
    const agents = clients.map((client, index) =>
      work(client, patient(client, server, counts), { account, interaction, index, counts, isOver: () => over }),
    );
    for (; counts.kills < options.kills; counts.kills++) {
      await someWork(counts, Math.floor(random.next() * MOST_STEPS_OF_A_LIFE));
      await pause(random.next() * 20);
      await server.kill();
      if (random.next() < DIES_WHILE_STARTING) await server.startAndDie(random.next() * 400);
      const began = performance.now();
      await server.start();
      counts.longestStart = Math.max(counts.longestStart, Math.round(performance.now() - began));
    }
    over = true;
    const remembered = (await Promise.all(agents)).flat();
    counts.sessions = remembered.length;
    const [client] = clients;
    if (client) await compare(patient(client, server, counts), account, remembered, counts);
    return counts;
  } finally {
    await server.stop();
  }
}

async function prepare(url: string, agents: number) {
  const keeper = new Client(url);
  await keeper.call(signInRoutes.signIn, {}, { body: { email: KEEPER, password: PASSWORD } });
  const { id: account } = await keeper.call(accountRoutes.create, {}, { body: { name: 'Under fire' } });
  const body = { file: seed(), clients: ['agent-desk' as const] };
  const { interaction, number } = await keeper.call(versionRoutes.publish, { account }, { body });
  const version = { account, interaction: interaction.id, version: number };
  await keeper.call(versionRoutes.approve, version, { body: { goLive: true } });
  // Supervisors see the sessions of their teams: of all these here.
  const { id: team } = await keeper.call(teamRoutes.create, { account }, { body: { name: 'Under fire' } });
  const clients: Client[] = [];
  for (let n = 0; n < agents; n++) {
    const email = `agent${n}@example.org`;
    const roles = ['supervisor' as const];
    const who = { email, name: `Agent ${n}`, roles, password: PASSWORD };
    const { id: user } = await keeper.call(userRoutes.add, { account }, { body: who });
    await keeper.call(teamRoutes.addMember, { account, team }, { body: { user } });
    const client = new Client(url);
    await client.call(signInRoutes.signIn, {}, { body: { email, password: PASSWORD } });
    clients.push(client);
  }
  return { account, interaction: interaction.id, clients };
}

/** Waits until the agents have so many more answers, so that a slow machine does as much between two deaths as a fast one. */
async function someWork(counts: Counts, steps: number): Promise<void> {
  for (const until = counts.acknowledged + steps; counts.acknowledged < until; ) await pause(1);
}

/** Sends the same again until there is an answer, wherever the server is by then: what a player does. */
function patient(client: Client, server: MortalServer, counts: Counts): Send {
  return async (method, address, body, headers) => {
    const first = performance.now();
    for (let attempt = 0; ; attempt++) {
      try {
        client.url = server.url;
        const reply = await client.send(method, address, body, headers);
        if (reply.status < 500) {
          if (attempt > 0) counts.repeated++;
          counts.longestWait = Math.max(counts.longestWait, Math.round(performance.now() - first));
          return reply;
        }
      } catch (error) {
        if (error instanceof ApiProblem) throw error;
      }
      await pause(20);
    }
  };
}

interface Shift {
  readonly account: AccountId;
  readonly interaction: InteractionId;
  readonly index: number;
  readonly counts: Counts;
  readonly isOver: () => boolean;
}

async function work(_client: Client, send: Send, shift: Shift): Promise<Remembered[]> {
  const { account, interaction, counts } = shift;
  const sessions: Remembered[] = [];
  while (!shift.isOver()) {
    const order = { interaction, kind: 'live', client: 'agent-desk' };
    const key = `start-${shift.index}-${sessions.length}`;
    const started = await send('POST', addressOf(sessionRoutes.start, { account }), order, { 'idempotency-key': key });
    if (started.status !== 201) {
      counts.wrong.push(`start: ${started.status} ${JSON.stringify(started.body)}`);
      return sessions;
    }
    const session: Remembered = { body: started.body as SessionBody, did: ['start'] };
    sessions.push(session);
    for (const template of A_SESSION) {
      if (shift.isOver()) break;
      await pause(0);
      const place = { account, session: session.body.id };
      if (session.did.length % 4 === 0) {
        const seen = await send('GET', addressOf(sessionRoutes.read, place));
        if (!isDeepStrictEqual(seen.body, session.body)) counts.misplaced++;
      }
      const id = `cmd-${shift.index}-${sessions.length}-${session.did.length}`;
      const command = template.kind === 'note' ? { ...template, text: id } : template;
      const reply = await send('POST', addressOf(sessionRoutes.command, place), {
        ...command,
        id,
        expects: session.body.seq,
      });
      if (reply.status !== 200) {
        counts.wrong.push(`${id}: ${reply.status} ${JSON.stringify(reply.body).slice(0, 300)}`);
        break;
      }
      counts.acknowledged++;
      session.body = reply.body as SessionBody;
      session.did.push(wordsOf(command));
    }
  }
  return sessions;
}

function wordsOf(command: JsonObject): string {
  return [command.kind, command.text ?? command.value].filter((word) => word !== undefined).join(' ');
}

/** The same words, from the log. */
function wordsOfStep({ command, events }: SessionStep): string {
  const note = events.find((event) => event.kind === 'note-added');
  const answer = events.find((event) => event.kind === 'answer-given');
  return wordsOf({
    kind: command,
    ...(note ? { text: note.text } : {}),
    ...(answer ? { value: answer.answer } : {}),
  });
}

async function compare(send: Send, account: AccountId, remembered: readonly Remembered[], counts: Counts) {
  for (const { body, did } of remembered) {
    const place = { account, session: body.id };
    const now = await send('GET', addressOf(sessionRoutes.read, place));
    if (!samePlace(now.body as SessionBody, body)) counts.misplaced++;
    const steps = ((await send('GET', addressOf(sessionRoutes.steps, place))).body as { items: SessionStep[] }).items;
    const logged = steps.map(wordsOfStep);
    if (steps.some(({ seq }, index) => seq !== index + 1)) counts.outOfOrder++;
    if (logged.length < did.length) counts.lost += did.length - logged.length;
    else if (logged.length > did.length) counts.doubled += logged.length - did.length;
    else if (!isDeepStrictEqual(logged, did)) counts.outOfOrder++;
  }
  counts.startedTwice = (await countSessions(send, account)) - remembered.length;
}

/** Everything but what depends on who looks. */
function samePlace(a: SessionBody, b: SessionBody): boolean {
  return isDeepStrictEqual({ ...a, abilities: [] }, { ...b, abilities: [] });
}

async function countSessions(send: Send, account: AccountId): Promise<number> {
  let count = 0;
  for (let cursor: string | undefined; ; ) {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const { body } = await send('GET', addressOf(sessionRoutes.list, { account }, query));
    const page = body as { items: unknown[]; next?: string };
    count += page.items.length;
    if (page.next === undefined) return count;
    cursor = page.next;
  }
}
