import type { FastifyInstance } from 'fastify';
import type { Command } from '#contract/command.ts';
import { catalog } from '#elements/catalog.ts';
import { abilitiesIn } from '#engine/abilities.ts';
import { decide } from '#engine/decide.ts';
import { pageOf } from '#engine/page.ts';
import { compile } from '#engine/program.ts';
import { start } from '#engine/start.ts';
import type { SessionState } from '#engine/state.ts';
import type { Interaction } from '#format/interaction.ts';
import { policyOfPage } from '#server/http/security-headers.ts';
import { aheadBodyOf, programBodyOf } from '#test/player/told-ahead.ts';

/** The page that holds nothing but a player; `?session` says which session it plays. */
export const HOST = '/host.html';

interface Kept {
  state: SessionState;
  seq: number;
}

/** The part of the API that a player asks, over the engine itself, and the page of a host. Each id is a session of its own. */
export function serveSessions(app: FastifyInstance, interaction: Interaction): void {
  const program = compile(interaction, catalog);
  const sessions = new Map<string, Kept>();
  const sessionOf = (id: string): Kept => {
    const known = sessions.get(id);
    if (known) return known;
    const began = start(program, { client: 'bench' }, Date.now());
    if (!began.ok) throw new Error(began.error.message);
    const made = { state: began.value.state, seq: 1 };
    sessions.set(id, made);
    return made;
  };
  const bodyOf = (id: string) => {
    const { state, seq } = sessionOf(id);
    const abilities = Object.entries(abilitiesIn(program, state)).flatMap(([name, is]) => (is ? [name] : []));
    return {
      id,
      interaction: { id: interaction.id, name: interaction.name, version: 3 },
      kind: 'live',
      seq,
      status: state.status,
      page: pageOf(program, state),
      abilities,
    };
  };
  const base = '/api/v1/accounts/acc_bench';
  app.get<{ Params: { id: string } }>(`${base}/sessions/:id`, async ({ params }) => bodyOf(params.id));
  app.get<{ Params: { id: string } }>(`${base}/sessions/:id/ahead`, async ({ params }) =>
    aheadBodyOf(program, sessionOf(params.id)),
  );
  app.get(`${base}/interactions/:interaction/versions/3/programs/:content`, async () => programBodyOf(program));
  app.post<{ Params: { id: string }; Body: { id: string; expects: number } }>(
    `${base}/sessions/:id/commands`,
    async ({ params, body: { id: _id, expects: _expects, ...command } }) => {
      const kept = sessionOf(params.id);
      const decided = decide(program, kept.state, command as unknown as Command, Date.now());
      if (!decided.ok) throw new Error(decided.error.message);
      kept.state = decided.value.state;
      kept.seq++;
      return bodyOf(params.id);
    },
  );
  app.get(HOST, async (_request, reply) =>
    reply
      .header('content-security-policy', policyOfPage('none'))
      .type('text/html; charset=utf-8')
      .send(`<!doctype html><html lang="en"><head><title>Host</title><link rel="icon" href="/favicon.svg">
<script type="module" src="/waymark-player.js"></script></head><body><main></main></body></html>`),
  );
}
