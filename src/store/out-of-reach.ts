import { codeOf } from './embedded/start-problem.ts';

/** Whether the database was not there, or gave up for a reason that lies in no statement: the same may work in a moment. */
export function isOutOfReach(error: unknown): boolean {
  const code = codeOf(error);
  // Without a code of PostgreSQL's or the system's the driver says that a connection ended, or that none came in time.
  if (code === undefined)
    return (
      error instanceof Error &&
      /[Cc]onnection|^Query read timeout|^timeout exceeded when trying to connect/.test(error.message)
    );
  return /^(08|53|57P|40)/.test(code) || /^E[A-Z]+$/.test(code);
}
