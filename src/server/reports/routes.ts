import { reportRoutes } from '#api/reports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findSession } from '#store/queries/sessions.ts';
import type { Replica } from '#store/replica/replica.ts';
import type { RouteServer } from '../http/serve.ts';
import { PAGE, pageFrom } from '../listing.ts';
import { countingAs, knownOutcomes } from '../outcomes/known.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { presentRows } from '../sessions/present.ts';
import { cutOf, programsOf, targetsOf } from './cut.ts';
import { flowOf } from './flow.ts';
import { interactionsOf } from './interactions.ts';
import { sessionsBehind } from './sessions.ts';
import { summaryOf } from './summary.ts';

export function serveReports(server: RouteServer, { replica, programs }: Services): void {
  const open = (): Result<Replica, Refusal> => (replica ? ok(replica) : refuse('reports.absent'));

  server.member(reportRoutes.summary, async ({ query, who, db }) => {
    const from = open();
    if (!from.ok) return from;
    const outcomes = await knownOutcomes(who.scope, db);
    return answer(200, await summaryOf(who.scope, from.value, await cutOf({ who, db }, query), outcomes));
  });

  server.member(reportRoutes.interactions, async ({ query, who, db }) => {
    const from = open();
    if (!from.ok) return from;
    return answer(200, await interactionsOf(who.scope, db, from.value, await cutOf({ who, db }, query)));
  });

  server.member(reportRoutes.flow, async ({ query, who, db }) => {
    const from = open();
    if (!from.ok) return from;
    const cut = await cutOf({ who, db }, query);
    const versions = await programsOf({ who, db, programs }, cut);
    const [newest] = versions ?? [];
    if (!versions || !newest) return refuse('not-found');
    const targets = await targetsOf({ who, db, programs }, versions);
    return answer(200, await flowOf(who.scope, from.value, cut, newest, targets));
  });

  server.member(reportRoutes.sessions, async ({ query, who, db }) => {
    const from = open();
    if (!from.ok) return from;
    const { cursor, limit = PAGE } = query;
    const offset = Math.max(0, Math.min(Number(cursor ?? 0) || 0, 1_000_000));
    const { element, exit, outcome, went, slowest } = query;
    const outcomes = outcome === undefined ? undefined : countingAs(await knownOutcomes(who.scope, db), outcome);
    const behind = { element, exit, outcomes, went, slowest };
    const cut = await cutOf({ who, db }, query);
    const found = await sessionsBehind(who.scope, from.value, cut, behind, offset, limit + 1);
    const page = pageFrom(found, limit, () => String(offset + limit));
    // Few, and by their key; those that were erased a moment ago are left out.
    const rows = await Promise.all(page.items.map(({ id }) => findSession(who.scope, db, id)));
    const there = rows.flatMap((row) => (row ? [row] : []));
    const active = new Map(page.items.map((item) => [item.id, item.active]));
    const items = await presentRows({ who, db, programs }, there);
    return answer(200, {
      ...page,
      items: items.map(({ agent: _agent, ...row }) => ({ ...row, active: active.get(row.id) ?? 0 })),
    });
  });
}
