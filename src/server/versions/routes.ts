import type { VersionDetail } from '#api/versions.ts';
import { versionRoutes } from '#api/versions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Result } from '#prelude/result.ts';
import { findInteraction } from '#store/queries/interactions.ts';
import { findVersion, listVersions } from '#store/queries/versions.ts';
import type { RouteServer } from '../http/serve.ts';
import type { Doer } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { findCalledBy } from './called.ts';
import { approve, deleteVersion, goLive, requestChanges, retire, submit } from './commands.ts';
import { presentDetail, presentVersions } from './present.ts';
import { publish } from './publish.ts';

/** A file is a text within JSON: quotes and line breaks take two bytes there. */
const PUBLISH_LIMIT = 2 * LIMITS.fileBytes + 100_000;

export function serveVersions(server: RouteServer, services: Services): void {
  const { ids, catalog } = services;

  server.member(
    versionRoutes.publish,
    async ({ body, ...doer }) => {
      const published = await publish(doer, body, catalog);
      if (!published.ok) return published;
      const { interaction, number, isNew } = published.value;
      const detail = await detailOf(services, doer, interaction, number);
      if (!detail.ok) return detail;
      return isNew ? answer(201, detail.value) : answer(200, detail.value);
    },
    { bodyLimit: PUBLISH_LIMIT },
  );

  server.member(versionRoutes.list, async ({ params, ...doer }) => {
    const { who, db } = doer;
    const interaction = await findInteraction(who.scope, db, params.interaction);
    if (!interaction) return refuse('not-found');
    const rows = await listVersions(who.scope, db, interaction.id);
    const kept = rows.filter(({ deleted_at }) => deleted_at === null);
    return answer(200, { items: await presentVersions({ ...services, ...doer }, interaction, kept) });
  });

  server.member(versionRoutes.read, async ({ params, ...doer }) =>
    shown(services, doer, params.interaction, params.version),
  );

  server.member(versionRoutes.file, async ({ params, who, db }) => {
    const row = await findVersion(who.scope, db, params.interaction, params.version);
    if (!row || row.deleted_at !== null) return refuse('not-found');
    return answer(200, row.bytes, { type: 'application/json; charset=utf-8' });
  });

  server.member(versionRoutes.pins, async ({ params, who, db }) => {
    const row = await findVersion(who.scope, db, params.interaction, params.version);
    if (!row || row.deleted_at !== null) return refuse('not-found');
    const { itself, others } = (await findCalledBy(who.scope, db, row.interaction_id, [row.number]))(row.number);
    return answer(200, { items: itself ? [itself, ...others] : [...others] });
  });

  server.member(versionRoutes.submit, async ({ params, body, ...doer }) => {
    const { interaction, version } = params;
    const submitted = await submit(doer, ids, interaction, version, body.note ?? '');
    return submitted.ok ? shown(services, doer, interaction, version) : submitted;
  });

  server.member(versionRoutes.requestChanges, async ({ params, body, ...doer }) => {
    const { interaction, version } = params;
    const requested = await requestChanges(doer, ids, interaction, version, body.reason);
    return requested.ok ? shown(services, doer, interaction, version) : requested;
  });

  server.member(versionRoutes.approve, async ({ params, body, ...doer }) => {
    const { interaction, version } = params;
    const decision = { note: body.note ?? '', goLive: body.goLive };
    const approved = await approve(doer, ids, interaction, version, decision);
    return approved.ok ? shown(services, doer, interaction, version) : approved;
  });

  server.member(versionRoutes.goLive, async ({ params, body, ...doer }) => {
    const { interaction, version } = params;
    const live = await goLive(doer, ids, interaction, version, body.note ?? '');
    return live.ok ? shown(services, doer, interaction, version) : live;
  });

  server.member(versionRoutes.retire, async ({ params, body, ...doer }) => {
    const { interaction, version } = params;
    const retired = await retire(doer, ids, interaction, version, body.reason ?? '');
    return retired.ok ? shown(services, doer, interaction, version) : retired;
  });

  server.member(versionRoutes.delete, async ({ params, ...doer }) => {
    const deleted = await deleteVersion(doer, params.interaction, params.version);
    return deleted.ok ? done() : deleted;
  });
}

async function detailOf(
  services: Services,
  doer: Doer,
  id: InteractionId,
  number: number,
): Promise<Result<VersionDetail, Refusal>> {
  const { who, db } = doer;
  const interaction = await findInteraction(who.scope, db, id);
  const row = await findVersion(who.scope, db, id, number);
  if (!interaction || !row || row.deleted_at !== null) return refuse('not-found');
  return { ok: true, value: await presentDetail({ ...services, ...doer }, interaction, row) };
}

async function shown(
  services: Services,
  doer: Doer,
  id: InteractionId,
  number: number,
): Promise<Result<{ readonly status: 200; readonly body: VersionDetail }, Refusal>> {
  const detail = await detailOf(services, doer, id, number);
  return detail.ok ? { ok: true, value: { status: 200, body: detail.value } } : detail;
}
