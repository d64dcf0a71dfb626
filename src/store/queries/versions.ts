import { sql } from 'kysely';
import type { ContentHash, InteractionId } from '#prelude/ids.ts';
import type { Db } from '../connect.ts';
import type { AccountScope } from '../scope.ts';
import type { ProblemCounts, Row, TestsAtPublish, VersionStatus } from '../tables.ts';
import type { Act } from './interactions.ts';

/** A version without the file itself. */
export type VersionLine = Omit<Row<'versions'>, 'bytes'>;

export type NewVersion = Pick<
  Row<'versions'>,
  'content_hash' | 'whole_hash' | 'bytes' | 'name' | 'note' | 'clients' | 'answers'
> & { readonly problems: ProblemCounts; readonly tests: TestsAtPublish | null };

const LINE = [
  'account_id',
  'interaction_id',
  'number',
  'content_hash',
  'whole_hash',
  'status',
  'name',
  'note',
  'clients',
  'answers',
  'problems',
  'tests',
  'published_at',
  'published_by',
  'status_at',
  'status_by',
  'deleted_at',
  'deleted_by',
] as const satisfies readonly (keyof VersionLine)[];

/** The number of the newest version with this content; undefined where there is none. */
export async function findNumber(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  content: ContentHash,
): Promise<number | undefined> {
  const same = await db
    .selectFrom('versions')
    .select('number')
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('content_hash', '=', content)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return same?.number;
}

/**
 * Adds a version as a draft, with the next number. The Interaction must be locked (`lockInteraction`).
 *
 * @param instead a version that may have the same content, because the new one runs others within it
 * @returns the number: a new one, or that of the version which has this content already
 */
export async function insertVersion(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  version: NewVersion,
  act: Act,
  instead?: number,
): Promise<{ readonly number: number; readonly isNew: boolean }> {
  const same = await findNumber(scope, db, interaction, version.content_hash);
  if (same !== undefined && same !== instead) return { number: same, isNew: false };
  const { number } = await db
    .insertInto('versions')
    .values((insert) => ({
      ...version,
      account_id: scope.account,
      interaction_id: interaction,
      number: insert
        .selectFrom('versions')
        .select(sql<number>`coalesce(max(number), 0) + 1`.as('next'))
        .where('account_id', '=', scope.account)
        .where('interaction_id', '=', interaction),
      status: 'draft' as const,
      problems: JSON.stringify(version.problems),
      tests: version.tests && JSON.stringify(version.tests),
      published_at: act.at,
      published_by: act.by,
      status_at: act.at,
      status_by: act.by,
    }))
    .returning('number')
    .executeTakeFirstOrThrow();
  return { number, isNew: true };
}

export function findVersion(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  number: number,
): Promise<Row<'versions'> | undefined> {
  return db
    .selectFrom('versions')
    .selectAll()
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('number', '=', number)
    .executeTakeFirst();
}

/** A published file with this content. */
export async function findVersionBytes(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  content: ContentHash,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('versions')
    .select('bytes')
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('content_hash', '=', content)
    .limit(1)
    .executeTakeFirst();
  return row?.bytes;
}

/** A version that nobody else changes until the transaction ends. Lock the Interaction before it. */
export function lockVersion(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  number: number,
): Promise<VersionLine | undefined> {
  return db
    .selectFrom('versions')
    .select(LINE)
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('number', '=', number)
    .forNoKeyUpdate()
    .executeTakeFirst();
}

/** The versions of an Interaction, newest first; those in the trash are among them. */
export function listVersions(scope: AccountScope, db: Db, interaction: InteractionId): Promise<VersionLine[]> {
  return db
    .selectFrom('versions')
    .select(LINE)
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .orderBy('number', 'desc')
    .execute();
}

/**
 * Moves a version from one status to another.
 *
 * @returns false when it was not (or no longer) in the status it should come from; nothing has changed then
 */
export async function moveVersion(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  number: number,
  from: readonly VersionStatus[],
  to: VersionStatus,
  act: Act,
): Promise<boolean> {
  const moved = await db
    .updateTable('versions')
    .set({ status: to, status_at: act.at, status_by: act.by })
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('number', '=', number)
    .where('status', 'in', from)
    .returning('number')
    .executeTakeFirst();
  return moved !== undefined;
}

/** Keeps what was found when the same content was published again. */
export async function updateFindings(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  number: number,
  { problems, tests }: { readonly problems: ProblemCounts; readonly tests: TestsAtPublish },
): Promise<void> {
  await db
    .updateTable('versions')
    .set({ problems: JSON.stringify(problems), tests: JSON.stringify(tests) })
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('number', '=', number)
    .execute();
}

/** Puts a version into the trash, or takes it out again with `null`. */
export async function markVersionDeleted(
  scope: AccountScope,
  db: Db,
  interaction: InteractionId,
  number: number,
  act: Act | null,
): Promise<void> {
  await db
    .updateTable('versions')
    .set({ deleted_at: act?.at ?? null, deleted_by: act?.by ?? null })
    .where('account_id', '=', scope.account)
    .where('interaction_id', '=', interaction)
    .where('number', '=', number)
    .execute();
}
