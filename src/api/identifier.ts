import * as z from 'zod';
import {
  type AccountId,
  type Branded,
  type ChangeRequestId,
  type CommandId,
  type ConnectionKey,
  type ContentHash,
  type ElementId,
  type ElementPath,
  type FolderId,
  ID_PATTERN,
  type InteractionId,
  type SessionId,
  type TeamId,
  type UserId,
} from '#prelude/ids.ts';

/** Checks the looks of an id and brands it: the border is the one place where a plain text becomes an id. */
function identifier<Id extends string>(pattern: RegExp = ID_PATTERN): z.ZodType<Id, Id> {
  return z.string().regex(pattern, 'this is no id') as unknown as z.ZodType<Id, Id>;
}

export type ApiKeyId = Branded<'ApiKeyId'>;
export type CommentId = Branded<'CommentId'>;
export type WorkingCopyId = Branded<'WorkingCopyId'>;
export type AccountValueKey = Branded<'AccountValueKey'>;

export const accountId = identifier<AccountId>();
export const userId = identifier<UserId>();
export const teamId = identifier<TeamId>();
export const apiKeyId = identifier<ApiKeyId>();
export const folderId = identifier<FolderId>();
export const interactionId = identifier<InteractionId>();
export const elementId = identifier<ElementId>();
/** An element's id, or below sub-Interactions the ids of its callers before it. */
export const elementPath = identifier<ElementPath>(/^[a-z][a-z0-9_]{0,63}(\/[a-z][a-z0-9_]{0,63}){0,8}$/);
export const commentId = identifier<CommentId>();
export const changeRequestId = identifier<ChangeRequestId>();
export const workingCopyId = identifier<WorkingCopyId>();
export const connectionKey = identifier<ConnectionKey>();
export const sessionId = identifier<SessionId>();
export const accountValueKey = identifier<AccountValueKey>();

/** Made by the client, once per command; the same id is never applied twice. */
export const commandId = identifier<CommandId>(/^[A-Za-z0-9_-]{8,64}$/);

export const contentHash = identifier<ContentHash>(/^[0-9a-f]{64}$/);
