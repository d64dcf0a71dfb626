import type { Comment } from '#api/comments.ts';
import type { CommentId } from '#api/identifier.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { listComments } from '#store/queries/comments.ts';
import type { Row } from '#store/tables.ts';
import { namesOf } from '../names.ts';
import type { Doer } from '../record.ts';
import { seenAmong } from '../sessions/policy.ts';
import { abilities, allows } from '../who.ts';

/** Comments with their replies, oldest first. */
export async function presentThreads({ who, db }: Doer, rows: readonly Row<'comments'>[]): Promise<Comment[]> {
  const names = await namesOf(
    who.scope,
    db,
    rows.map(({ author }) => author),
  );
  const sessions = await seenAmong(
    { who, db },
    rows.flatMap(({ session_id }) => (session_id === null ? [] : [session_id])),
  );
  const write = allows(who, 'comments.write');
  return rows
    .filter(({ parent_id }) => parent_id === null)
    .map((row) => ({
      id: row.id as CommentId,
      element: row.element,
      version: row.version_number,
      session: row.session_id,
      by: names.of(row.author),
      at: row.created_at,
      text: row.text,
      resolved: row.resolved_at !== null,
      replies: rows
        .filter(({ parent_id }) => parent_id === row.id)
        .map(({ id, author, created_at, text }) => ({
          id: id as CommentId,
          by: names.of(author),
          at: created_at,
          text,
        })),
      abilities: abilities({
        resolve: write,
        reply: write,
        'open-session': row.session_id !== null && sessions.has(row.session_id),
      }),
    }));
}

export async function presentThread(
  doer: Doer,
  interaction: InteractionId,
  id: CommentId,
): Promise<Comment | undefined> {
  const rows = await listComments(doer.who.scope, doer.db, interaction);
  const [thread] = await presentThreads(
    doer,
    rows.filter((row) => row.id === id || row.parent_id === id),
  );
  return thread;
}
