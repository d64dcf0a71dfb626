import { commandIn } from '#api/command.ts';
import { sessionRoutes } from '#api/sessions.ts';
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
import { allows } from '../who.ts';
import { applyCommand } from './command.ts';
import { maySee } from './policy.ts';
import { pinnedProgram, presentRows, presentSession } from './present.ts';
import { startSession } from './start.ts';
import { presentStep } from './steps.ts';

export function serveSessions(server: RouteServer, services: Services): void {
  const { programs, steps, clock, sessionChanges } = services;

  server.member(
    sessionRoutes.start,
    async ({ body, ...doer }) => {
      const started = await startSession(doer, services, body);
      if (!started.ok) return started;
      const { session, program } = started.value;
      return answer(201, presentSession(program, session, doer.who));
    },
    { trusted: true },
  );

  server.member(
    sessionRoutes.command,
    async ({ params, body, who, db }) => {
      const now = () => clock.now();
      const order = { session: params.session, id: body.id, expects: body.expects, command: commandIn(body) };
      const applied = await applyCommand({ who, db, programs, steps, now }, order);
      if (!applied.ok) return applied;
      const { session, program } = applied.value;
      sessionChanges.note(who.scope, session.id, session.interaction_id);
      return answer(200, presentSession(program, session, who));
    },
    { trusted: true },
  );

  server.member(
    sessionRoutes.read,
    async ({ params, who, db }) => {
      const session = await findSession(who.scope, db, params.session);
      if (!session || !maySee(session, who)) return refuse('not-found');
      return answer(200, presentSession(await pinnedProgram({ who, db, programs }, session), session, who));
    },
    { trusted: true },
  );

  server.member(sessionRoutes.list, async ({ query, who, db }) => {
    const { cursor, limit = PAGE, mine, kind, status, interaction, agent, from, to } = query;
    const user = mine === true || !allows(who, 'sessions.read-all') ? who.person.id : agent;
    const filter = {
      ...(user === undefined ? {} : { user }),
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

  server.member(sessionRoutes.steps, async ({ params, who, db }) => {
    const session = await findSession(who.scope, db, params.session);
    if (!session || !maySee(session, who)) return refuse('not-found');
    const rows = await listSteps(who.scope, db, session.id);
    const names = await namesOf(
      who.scope,
      db,
      rows.map(({ actor }) => actor),
    );
    return answer(200, { items: rows.map((step) => presentStep(step, names)) });
  });
}
