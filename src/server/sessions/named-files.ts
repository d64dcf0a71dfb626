import type { Command } from '#contract/command.ts';
import { type FileValue, fileIdsIn } from '#contract/file-value.ts';
import type { SessionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { listFiles } from '#store/queries/files.ts';
import type { Member } from '../who.ts';

type Files = { readonly [id: string]: FileValue };

const NONE: Files = {};

/** The files that a command may name: those kept with its session, looked up only where the command can name any. */
export async function namedFiles(
  { who, db }: { readonly who: Member; readonly db: Db },
  { session, command }: { readonly session: SessionId; readonly command: Command },
): Promise<Files> {
  if (!mayName(command)) return NONE;
  const files = await listFiles(who.scope, db, session);
  return Object.fromEntries(files.map((file) => [file.id, file]));
}

/** Going forward gives earlier answers again, among which files may be. */
function mayName(command: Command): boolean {
  return command.kind === 'forward' || (command.kind === 'answer' && fileIdsIn(command.value).length > 0);
}
