/** Why a database, the file of the reports or the key of the secrets could not be started or reached, in words for the person who runs the server. */
export interface StartProblem {
  readonly code:
    | 'database.no-server'
    | 'database.old-server'
    | 'database.other-major'
    | 'database.folder'
    | 'database.root'
    | 'database.in-use'
    | 'database.failed'
    | 'database.unreachable'
    | 'replica.taken'
    | 'replica.failed'
    | 'secrets.key-file'
    | 'secrets.wrong-key';
  /** What, where, and how to mend it. */
  readonly message: string;
}

/** What happens while a database is started, for a person who waits. */
export type StartProgress =
  | { readonly kind: 'creating'; readonly folder: string }
  | { readonly kind: 'starting'; readonly folder: string }
  | { readonly kind: 'waiting'; readonly folder: string; readonly pid: number | null }
  | { readonly kind: 'ready'; readonly folder: string }
  | { readonly kind: 'restarting'; readonly reason: string }
  | { readonly kind: 'migrated'; readonly migration: string }
  /** An idle connection broke; the next query makes a new one. */
  | { readonly kind: 'connection-lost'; readonly reason: string }
  /** The file of the reports was of no use and is made again from the log. */
  | { readonly kind: 'remaking-reports'; readonly file: string };

export type OnProgress = (progress: StartProgress) => void;

/** The message of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The code of a system or PostgreSQL error (`EACCES`, `23505`), or undefined. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string')
    return error.code;
  return undefined;
}
