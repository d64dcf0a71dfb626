import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { ok, type Result } from '#prelude/result.ts';
import { countSessionsWithOutcome } from '#store/queries/outcomes.ts';
import type { RouteServer } from '../http/serve.ts';
import type { Doer } from '../record.ts';
import { referencesTo } from '../references/references-to.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changeOutcome, makeOutcome, mergeOutcome, putInOrder, removeOutcome } from './commands.ts';
import { type KnownOutcome, knownOutcomes } from './known.ts';
import { presentOutcome, tagOfOutcome } from './present.ts';

export function serveOutcomes(server: RouteServer, { knownReferences }: Services): void {
  server.member(outcomeRoutes.list, async (doer) => answer(200, { items: await listed(doer) }));

  server.member(outcomeRoutes.create, async ({ body, ...doer }) => {
    const made = await makeOutcome(doer, body);
    return made.ok ? shown(doer, body.key, 201) : made;
  });

  server.member(outcomeRoutes.arrange, async ({ body, ...doer }) => {
    const arranged = await putInOrder(doer, body.order);
    return arranged.ok ? answer(200, { items: await listed(doer) }) : arranged;
  });

  server.member(outcomeRoutes.change, async ({ params, body, ifMatch, ...doer }) => {
    const changed = await changeOutcome(doer, params.outcome, body, ifMatch);
    return changed.ok ? shown(doer, params.outcome, 200) : changed;
  });

  server.member(outcomeRoutes.merge, async ({ params, body, ...doer }) => {
    const merged = await mergeOutcome(doer, params.outcome, body.into);
    return merged.ok ? shown(doer, params.outcome, 200) : merged;
  });

  server.member(outcomeRoutes.delete, async ({ params, ...doer }) => {
    const deleted = await removeOutcome(doer, knownReferences, params.outcome);
    return deleted.ok ? done() : deleted;
  });

  server.member(outcomeRoutes.uses, async ({ params, ...doer }) => {
    const { who, db } = doer;
    const found = await one(doer, params.outcome);
    if (!found.ok) return found;
    const { key } = found.value;
    const look = { scope: who.scope, db, knownReferences };
    const items = [...(await referencesTo(look, { kind: 'outcome', key }))];
    return answer(200, { items, sessions: await countSessionsWithOutcome(who.scope, db, key) });
  });
}

async function listed({ who, db }: Doer): Promise<Outcome[]> {
  return (await knownOutcomes(who.scope, db)).map((outcome) => presentOutcome(outcome, who));
}

async function one({ who, db }: Doer, key: string): Promise<Result<KnownOutcome, Refusal>> {
  const found = (await knownOutcomes(who.scope, db)).find((outcome) => outcome.key === key);
  return found ? ok(found) : refuse('not-found');
}

async function shown<Status extends 200 | 201>(doer: Doer, key: string, status: Status) {
  const found = await one(doer, key);
  if (!found.ok) return found;
  return answer(status, presentOutcome(found.value, doer.who), { tag: tagOfOutcome(found.value) });
}
