import { aheadRoutes } from '#api/ahead.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { findSession, runsVersion } from '#store/queries/sessions.ts';
import type { RouteServer } from '../http/serve.ts';
import { refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { readState } from '../sessions/head.ts';
import { pinnedProgram } from '../sessions/present.ts';
import { givenNow } from '../sessions/run-step.ts';
import { knownForPlayer, pinnedForPlayer } from './program-for-player.ts';

/** What players step ahead with. Who runs a session may read its log; no more than that is told of the session here. */
export function serveAhead(server: RouteServer, services: Services): void {
  const { programs, catalog, accountValues } = services;

  server.member(
    aheadRoutes.session,
    async ({ params, who, db, now }) => {
      const session = await findSession(who.scope, db, params.session);
      if (session?.user_id !== who.person.id) return refuse('not-found');
      const program = await pinnedProgram({ who, db, programs }, session);
      const state = readState(session.state);
      const { id, kind } = session;
      const given = await givenNow(services, who.scope, { id, kind, language: state.language }, program);
      const { live, timeZone } = await accountValues.both(who.scope);
      const { content, reads } = knownForPlayer(program, catalog);
      // What waits for the world outside goes on by what comes from there.
      const isToAnswer = state.status === 'waiting' && !state.effects;
      return answer(200, {
        seq: session.seq,
        now,
        state: isToAnswer ? (state as unknown as JsonObject) : null,
        values: only(given.values ?? {}, reads),
        timeZone,
        valueTypes: only(live.types as { readonly [key: string]: ValueType & Json }, reads),
        program: { interaction: session.interaction_id, version: session.version_number, content },
      });
    },
    { trusted: true },
  );

  server.member(
    aheadRoutes.program,
    async ({ params, who, db }) => {
      const { interaction, version: number } = params;
      if (!(await runsVersion(who.scope, db, who.person.id, { interaction, number }))) return refuse('not-found');
      const version = { interaction_id: interaction, version_number: number };
      const program = await pinnedProgram({ who, db, programs }, version);
      if (knownForPlayer(program, catalog).content !== params.content) return refuse('not-found');
      // Plain JSON by the format's promise, which interfaces without an index signature do not show.
      const pinned = pinnedForPlayer(program, catalog) as unknown as {
        name: string;
        interaction: JsonObject;
        calls: Record<string, string>;
      }[];
      return answer(200, { pinned }, { forGood: true });
    },
    { trusted: true },
  );
}

function only(values: JsonObject, reads: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([key]) => reads(key)));
}
