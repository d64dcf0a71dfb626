import type { Client } from '#api/clients.ts';
import { calleesOf } from '#checks/callees.ts';
import { problemsOfProgram } from '#checks/program-problems.ts';
import type { Catalog } from '#contract/element-type.ts';
import type { Problem } from '#contract/problem.ts';
import type { FileError } from '#format/file-error.ts';
import { contentHash, wholeHash } from '#format/hash.ts';
import type { Interaction } from '#format/interaction.ts';
import { readInteraction } from '#format/read.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { ChangeRequestId, FolderId, InteractionId } from '#prelude/ids.ts';
import { ok, type Result } from '#prelude/result.ts';
import { findFolder } from '#store/queries/folders.ts';
import { insertInteraction, lockInteraction, updateInteraction } from '#store/queries/interactions.ts';
import { closeReview, lockOpenReview } from '#store/queries/reviews.ts';
import { pinVersions } from '#store/queries/version-pins.ts';
import {
  insertVersion,
  listVersions,
  markVersionDeleted,
  moveVersion,
  updateFindings,
} from '#store/queries/versions.ts';
import type { Row } from '#store/tables.ts';
import { announce } from '../announce.ts';
import { answerRequests } from '../change-requests/commands.ts';
import { type Doer, record } from '../record.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { programToPublish } from './program-to-publish.ts';
import { tryTests } from './try-tests.ts';

export interface Publication {
  readonly file: string;
  readonly name?: string | undefined;
  readonly note?: string | undefined;
  readonly folder?: FolderId | null | undefined;
  readonly clients: readonly Client[];
  readonly answers?: readonly ChangeRequestId[] | undefined;
}

export interface Published {
  readonly interaction: InteractionId;
  readonly number: number;
  readonly isNew: boolean;
}

/**
 * Makes an immutable version with the status Draft. The same content makes no second version, unless what the first one runs
 * is not fit and is mended by now: it gives the one that is there, which comes back as a Draft where it was retired or deleted. The tests in the file are run and what came of them is
 * kept: it never keeps anybody from publishing, but may keep the version from being approved.
 */
export async function publish(
  doer: Doer,
  publication: Publication,
  catalog: Catalog,
): Promise<Result<Published, Refusal>> {
  const { who, db, now } = doer;
  const act = { by: who.person.id, at: now };
  const read = readInteraction(publication.file, catalog);
  if (!read.ok) return refuse('file.refused', { fields: read.error.map(fieldOf) });
  const interaction = read.value;
  if (interaction.start === undefined) return refuse('version.no-start');

  // Before anything is locked: it may take some seconds.
  const { program, pins, instead } = await programToPublish(who.scope, db, interaction, catalog);
  const tests = await tryTests(program, now);

  const row = await lockOrMake(doer, interaction, publication);
  if (!row.ok) return row;
  if (row.value.emptied_at !== null) return refuse('interaction.gone');
  if (row.value.deleted_at !== null) return refuse('interaction.in-trash');

  const problems = counts(problemsOfProgram(program, catalog));
  const { number, isNew } = await insertVersion(
    who.scope,
    db,
    interaction.id,
    {
      content_hash: contentHash(interaction),
      whole_hash: wholeHash(interaction),
      bytes: publication.file,
      name: interaction.name,
      note: publication.note ?? '',
      clients: [...publication.clients],
      answers: [...(publication.answers ?? [])],
      problems,
      tests,
    },
    act,
    instead,
  );
  const itself = calleesOf(interaction, catalog).includes(interaction.id)
    ? [{ interaction: interaction.id, number }]
    : [];
  await pinVersions(who.scope, db, { interaction: interaction.id, number }, [...pins, ...itself]);
  if (!isNew) await updateFindings(who.scope, db, interaction.id, number, { problems, tests });
  const published = { interaction: interaction.id, number, isNew };
  if (!isNew && !(await revive(doer, interaction.id, number))) return ok(published);
  if (isNew) {
    await endReviewsOfOlder(doer, interaction.id, number);
    const answered = await answerRequests(doer, interaction.id, number, publication.answers ?? []);
    if (!answered.ok) return answered;
  }
  const name = publication.name ?? interaction.name;
  await updateInteraction(
    who.scope,
    db,
    interaction.id,
    {
      name,
      description: interaction.description ?? '',
      ...(publication.folder === undefined ? {} : { folder_id: publication.folder }),
    },
    act,
  );
  await announce(who.scope, db, { kind: 'interactions.changed', interaction: interaction.id });
  await record(
    doer,
    'version.published',
    { object: `version:${interaction.id}/${number}`, title: `${name}, version ${number}` },
    { why: publication.note ?? '', details: { content: contentHash(interaction), clients: publication.clients } },
  );
  return ok(published);
}

async function lockOrMake(
  { who, db, now }: Doer,
  { id, name, description = '' }: Interaction,
  publication: Publication,
): Promise<Result<Row<'interactions'>, Refusal>> {
  const act = { by: who.person.id, at: now };
  const { folder } = publication;
  if (folder && !(await findFolder(who.scope, db, folder))) return refuse('folder.unknown');
  await insertInteraction(who.scope, db, { id, name, description, folder_id: folder ?? null }, act);
  const row = await lockInteraction(who.scope, db, id);
  invariant(row, 'it was made a moment ago');
  return ok(row);
}

/** Brings a version of the same content back as a draft; false where it is in use as it is. */
async function revive({ who, db, now }: Doer, interaction: InteractionId, number: number): Promise<boolean> {
  const act = { by: who.person.id, at: now };
  const version = (await listVersions(who.scope, db, interaction)).find((line) => line.number === number);
  const deleted = version !== undefined && version.deleted_at !== null;
  if (deleted) {
    await markVersionDeleted(who.scope, db, interaction, number, null);
    await moveVersion(who.scope, db, interaction, number, [version.status], 'draft', act);
  }
  return deleted || moveVersion(who.scope, db, interaction, number, ['retired'], 'draft', act);
}

/** A decision is about one content: with a newer version there, the older ones leave their reviews. */
async function endReviewsOfOlder({ who, db, now }: Doer, interaction: InteractionId, newer: number): Promise<void> {
  for (const { number, status } of await listVersions(who.scope, db, interaction)) {
    if (number >= newer || status !== 'in-review') continue;
    const review = await lockOpenReview(who.scope, db, interaction, number);
    if (review) await closeReview(who.scope, db, review.id, now);
    await moveVersion(who.scope, db, interaction, number, ['in-review'], 'draft', { by: who.person.id, at: now });
  }
}

function counts(problems: readonly Problem[]) {
  const of = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return { errors: of('error'), warnings: of('warning'), infos: of('info') };
}

function fieldOf({ code, path, message, line, column }: FileError) {
  return { field: path === '' ? 'file' : `file.${path}`, code, message, line, column };
}
