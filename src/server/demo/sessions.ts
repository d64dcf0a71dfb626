import type { SessionEvent } from '#contract/event.ts';
import type { Program } from '#engine/program.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { CommandId, InteractionId, SessionId, TeamId, UserId } from '#prelude/ids.ts';
import { type Ids, type Instant, type Random, seededRandom, steppedClock, timeSortedIds } from '#prelude/ports.ts';
import { fail, ok } from '#prelude/result.ts';
import { arrivals } from '#simulation/arrivals.ts';
import { logNormal, pickByWeight } from '#simulation/chance.ts';
import { type SimulatedStep, simulate } from '#simulation/simulate.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { insertSession } from '#store/queries/sessions.ts';
import { findVersion, type VersionLine } from '#store/queries/versions.ts';
import type { Services } from '../services.ts';
import { headOf, writeState } from '../sessions/head.ts';
import { SERVER_ACTOR } from '../sessions/steps.ts';
import { DEMO_SCOPE, type House } from './house.ts';
import { oneOf, whole } from './made-up.ts';
import { AGENTS } from './people.ts';
import { RHYTHM, STREAMS, type Stream } from './traffic.ts';

/** Sessions written at once: the step writer puts their steps together. */
const AT_ONCE = 250;
/** Sessions that began a moment ago, so that somebody is always on the line. */
const RECENT = { sessions: 8, within: 4 * 60_000 };
const CUSTOMERS = 2_400;
/** Who acts where customers help themselves. */
const CUSTOMER = 'customer';

export interface SessionsToWrite {
  readonly count: number;
  readonly from: Instant;
  /** What would happen later is left open. */
  readonly to: Instant;
  readonly seed: number;
  onSession(session: SessionId, events: readonly SessionEvent[]): void;
}

interface LiveVersion {
  readonly program: Program;
  readonly version: Pick<VersionLine, 'interaction_id' | 'number' | 'content_hash'>;
}

/** Lets simulated people run sessions of the live versions, and keeps them as any other session is kept. */
export async function writeSessions(services: Services, house: House, order: SessionsToWrite): Promise<void> {
  const live = new Map<string, LiveVersion>();
  for (const { interaction } of STREAMS) {
    if (!live.has(interaction)) live.set(interaction, await liveVersion(services, interaction as InteractionId));
  }
  const random = seededRandom(order.seed);
  const recent = Math.min(RECENT.sessions, order.count);
  const moments = [
    ...arrivals(random, RHYTHM, order.from, order.to - RECENT.within, order.count - recent),
    ...Array.from({ length: recent }, () => order.to - whole(random, 0, RECENT.within)),
  ].values();
  let failed = false;
  const worker = async () => {
    // One list for all workers. Everything that asks chance happens at once, so the outcome is the same every time.
    for (const moment of moments) {
      if (failed) return;
      const planned = plan(random, house, live, moment, order.to);
      await write(services, planned);
      order.onSession(
        planned.id,
        planned.steps.flatMap(({ events }) => events),
      );
    }
  };
  const workers = Array.from({ length: AT_ONCE }, () =>
    worker().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  // All have stopped before a failure is told: whoever tries again meets nobody who is still writing.
  await Promise.allSettled(workers);
  await Promise.all(workers);
}

async function liveVersion({ db, programs }: Services, id: InteractionId): Promise<LiveVersion> {
  const number = (await findInteraction(DEMO_SCOPE, db, id))?.live_version;
  const version = typeof number === 'number' ? await findVersion(DEMO_SCOPE, db, id, number) : undefined;
  invariant(version, `${id} is live in the demo account`);
  const program = await programs.of(DEMO_SCOPE, db, { interaction_id: id, version_number: version.number });
  return { program, version };
}

interface Planned extends LiveVersion {
  readonly id: SessionId;
  readonly stream: Stream;
  readonly language: string;
  readonly customer: string;
  readonly user: UserId | null;
  readonly team: TeamId | null;
  readonly ids: Ids;
  readonly steps: readonly SimulatedStep[];
}

/** Who comes at this moment and what becomes of it. */
function plan(
  random: Random,
  house: House,
  live: ReadonlyMap<string, LiveVersion>,
  moment: Instant,
  until: Instant,
): Planned {
  const stream = pickByWeight(random, STREAMS, ({ share }) => share);
  const running = stream && live.get(stream.interaction);
  invariant(stream && running, 'every stream has a live version');
  const agents = AGENTS.filter(({ team }) => stream.teams.includes(team));
  const agent = agents.length > 0 ? oneOf(random, agents) : undefined;
  const who = agent && house.as(agent).person;
  const clock = steppedClock(moment);
  const ids = timeSortedIds(clock, random);
  const id = ids.make('ses') as SessionId;
  const language = random.next() < 0.74 ? 'en' : 'es';
  const customer = `C-${100_000 + whole(random, 0, CUSTOMERS)}`;
  const { client, channel, profile } = stream;
  const context = {
    ...(agent ? { agent: { name: agent.name, team: agent.team } } : {}),
    ...(channel ? { channel } : {}),
    customer: { number: customer },
    client,
    language,
    session: id,
  };
  const steps = simulate(running.program, {
    random,
    clock,
    profile,
    start: { client, language, context },
    pace: logNormal(random, agent?.pace ?? 1.1, 0.15),
    until,
  });
  const team = agent ? house.team(agent.team) : null;
  return { ...running, id, stream, language, customer, user: who?.id ?? null, team, ids, steps };
}

async function write({ db, steps: writer }: Services, planned: Planned): Promise<void> {
  const { id, program, version, stream, language, customer, user, team, ids, steps } = planned;
  const [first, ...rest] = steps;
  invariant(first, 'a session begins with a step');
  const actor = user ?? CUSTOMER;
  const inserted = await insertSession(
    DEMO_SCOPE,
    db,
    {
      id,
      interaction_id: version.interaction_id,
      version_number: version.number,
      content_hash: version.content_hash,
      kind: 'demo',
      client: stream.client,
      channel: stream.channel ?? null,
      language,
      user_id: user,
      team_id: team,
      customer_key: customer,
      started_at: first.at,
      ...headOf(program, first.state),
      state: writeState(first.state),
    },
    { command_id: ids.make('cmd') as CommandId, actor, events: first.events },
  );
  invariant(inserted, 'the session is new');
  for (const [index, { command, at, events, state }] of rest.entries()) {
    const step = {
      actor: command.kind === 'expire' ? SERVER_ACTOR : actor,
      at,
      events,
      head: { ...headOf(program, state), state },
    };
    const outcome = await writer.submit(DEMO_SCOPE, id, ids.make('cmd') as CommandId, ({ seq }) =>
      seq === index + 1 ? ok(step) : fail('moved'),
    );
    // Another process has timed it out meanwhile, as its last step lies in the past: so that is how it ended.
    if (outcome.kind === 'refused') return;
    invariant(outcome.kind === 'written', `the session ${id} is there and its commands are new: ${outcome.kind}`);
  }
}
