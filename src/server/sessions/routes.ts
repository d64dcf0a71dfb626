import { commandIn } from '#api/command.ts';
import { sessionRoutes } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { SessionId } from '#prelude/ids.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { listSteps } from '#store/queries/session-steps.ts';
import { findSession, listSessions } from '#store/queries/sessions.ts';
import type { RouteServer } from '../http/serve.ts';
import { PAGE, pageFrom } from '../listing.ts';
import { namesOf } from '../names.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { circleOf, mayTake, ownCircleOf } from './circle.ts';
import { applyCommand } from './command.ts';
import { readState } from './head.ts';
import { labelled } from './labelled.ts';
import { tellSession } from './outside-event.ts';
import { maySee } from './policy.ts';
import { type PresentableSession, pinnedProgram, presentRows, presentSession } from './present.ts';
import { givenNow } from './run-step.ts';
import { startSession } from './start.ts';
import { presentStep } from './steps.ts';
import { presentWhy } from './why.ts';

/** Milliseconds that somebody waits for a session to move on by itself before the answer is that it has not. */
const PATIENCE = 15_000;

export function serveSessions(server: RouteServer, services: Services): void {
  const { programs, steps, secretMemory, outbox, accountValues, clock, sessionChanges, arrivals } = services;
  // What a command needs, and not all services: it is put together anew for each.
  const running = { programs, steps, secretMemory, outbox, accountValues, now: () => clock.now() };

  server.member(
    sessionRoutes.start,
    async ({ body, ...doer }) => {
      const started = await startSession(doer, services, body);
      if (!started.ok) return started;
      const { session, program, events } = started.value;
      const given = await givenNow(services, doer.who.scope, asked(session), program);
      const presented = presentSession(program, session, doer.who, { events, given });
      return answer(201, await labelled(doer, presented, { session, program }));
    },
    { trusted: true },
  );

  server.member(
    sessionRoutes.command,
    async ({ params, body, who, db }) => {
      const order = { session: params.session, id: body.id, expects: body.expects, command: commandIn(body) };
      const applied = await applyCommand({ ...running, db, who }, order);
      if (!applied.ok) return applied;
      const { session, program, events } = applied.value;
      sessionChanges.note(who.scope, session, who.person.id);
      const given = await givenNow(services, who.scope, asked(session), program);
      const presented = presentSession(program, session, who, { events, given });
      return answer(200, await labelled({ who, db }, presented, { session, program }));
    },
    { trusted: true },
  );

  server.member(
    sessionRoutes.read,
    async ({ params, query, who, db }) => {
      const find = () => findSession(who.scope, db, params.session);
      const now = await find();
      if (!now || !(await maySee({ who, db }, now))) return refuse('not-found');
      const { after } = query;
      const moved =
        after === undefined || now.seq > after
          ? now
          : await arrivals.until(who.scope.account, params.session, PATIENCE, async () => {
              const later = await find();
              return later && later.seq <= after ? undefined : later;
            });
      const session = moved ?? now;
      const program = await pinnedProgram({ who, db, programs }, session);
      const given = await givenNow(services, who.scope, asked(session), program);
      // Whoever looks on learns what the steps in between told, such as those that a call made when it came back.
      const steps = after === undefined || session.seq <= after ? [] : await listSteps(who.scope, db, session.id);
      const events = steps
        .filter(({ seq }) => after !== undefined && seq > after)
        .flatMap((step) => step.events as unknown as readonly SessionEvent[]);
      const isToTake = session.user_id === null && mayTake(await circleOf({ who, db }), session);
      const presented = presentSession(program, session, who, { given, events, isToTake });
      return answer(200, await labelled({ who, db }, presented, { session, program }));
    },
    { trusted: true },
  );

  server.member(sessionRoutes.event, async ({ params, body, who, db, now }) => {
    const told = await tellSession({ ...services, db, who, now: () => now }, params.session, body);
    return told.ok ? answer(204, undefined) : told;
  });

  server.member(sessionRoutes.list, async ({ query, who, db }) => {
    const { cursor, limit = PAGE, mine, kind, status, interaction, agent, from, to } = query;
    const circle = await (mine === true ? ownCircleOf : circleOf)({ who, db });
    const filter = {
      ...(agent === undefined ? {} : { user: agent }),
      ...(circle.everybody ? {} : { among: circle }),
      ...(kind === undefined ? {} : { kind }),
      ...(status === undefined ? {} : { status }),
      ...(interaction === undefined ? {} : { interaction }),
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    };
    const before = cursor !== undefined && ID_PATTERN.test(cursor) ? (cursor as SessionId) : undefined;
    const rows = await listSessions(who.scope, db, filter, limit + 1, before);
    const page = pageFrom(rows, limit, ({ id }) => id);
    return answer(200, { ...page, items: await presentRows({ who, db, programs }, page.items) });
  });

  server.member(sessionRoutes.why, async ({ params, query, who, db }) => {
    const session = await findSession(who.scope, db, params.session);
    if (!session || !(await maySee({ who, db }, session))) return refuse('not-found');
    const program = await pinnedProgram({ who, db, programs }, session);
    const steps = await listSteps(who.scope, db, session.id);
    return answer(200, { items: await presentWhy({ who, db }, program, steps, query.visit) });
  });

  server.member(sessionRoutes.steps, async ({ params, who, db }) => {
    const session = await findSession(who.scope, db, params.session);
    if (!session || !(await maySee({ who, db }, session))) return refuse('not-found');
    const rows = await listSteps(who.scope, db, session.id);
    const names = await namesOf(
      who.scope,
      db,
      rows.map(({ actor }) => actor),
    );
    return answer(200, { items: rows.map((step) => presentStep(step, names)) });
  });
}

/** A session as what it is handed is looked up by. */
function asked({ id, kind, state }: PresentableSession) {
  return { id, kind, language: readState(state as never).language };
}
