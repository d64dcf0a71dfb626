import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Db } from '#store/connect.ts';
import { appendAudit } from '#store/queries/audit.ts';
import type { AccountScope } from '#store/scope.ts';
import { SERVER_ACTOR } from './sessions/steps.ts';
import type { Member } from './who.ts';

/** Every act that the audit log knows. */
export type Act =
  | 'account.made'
  | 'account.changed'
  | 'user.added'
  | 'user.changed'
  | 'team.made'
  | 'team.renamed'
  | 'team.deleted'
  | 'team.joined'
  | 'team.left'
  | 'api-key.made'
  | 'api-key.withdrawn'
  | 'connection.made'
  | 'connection.changed'
  | 'connection.deleted'
  | 'connection.tried'
  | 'mail.changed'
  | 'mail.removed'
  | 'mail.tried'
  | 'folder.made'
  | 'folder.renamed'
  | 'folder.deleted'
  | 'value.made'
  | 'value.changed'
  | 'value.deleted'
  | 'outcome.made'
  | 'outcome.changed'
  | 'outcome.merged'
  | 'outcome.deleted'
  | 'outcomes.arranged'
  | 'interaction.changed'
  | 'interaction.deleted'
  | 'interaction.restored'
  | 'interaction.removed'
  | 'version.published'
  | 'version.submitted'
  | 'version.changes-requested'
  | 'version.approved'
  | 'version.made-live'
  | 'version.retired'
  | 'version.deleted'
  | 'change-request.opened'
  | 'change-request.changed'
  | 'working-copy.deleted';

/** Who did it, and when. */
export interface Doer {
  readonly who: Member;
  readonly now: Instant;
  readonly db: Db;
}

/**
 * Writes an act into the account's audit log, in the transaction of the act itself. It comes last: entries of an account
 * are written one at a time.
 */
export function record(
  { who, now, db }: Doer,
  act: Act,
  on: { readonly object: string; readonly title: string },
  more: { readonly why?: string; readonly details?: JsonObject } = {},
): Promise<void> {
  return appendAudit(who.scope, db, {
    at: now,
    actor: who.person.id,
    action: act,
    object: on.object,
    details: { title: on.title, why: more.why || null, set: more.details ?? {} },
  });
}

/** The same of what the server does by itself, in its own time. */
export function recordOwn(
  scope: AccountScope,
  db: Db,
  now: Instant,
  act: Act,
  { object, title }: { readonly object: string; readonly title: string },
): Promise<void> {
  const details = { title, why: null, set: {} };
  return appendAudit(scope, db, { at: now, actor: SERVER_ACTOR, action: act, object, details });
}
