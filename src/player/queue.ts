import type { Command } from '#contract/command.ts';
import { timelessPage } from '#contract/timeless-page.ts';
import type { QueuedCommand, SessionNow } from './session.ts';

/** Notes and the language belong to the session wherever it stands; every other command is about the page in sight. */
export function isAboutPage(command: Command): boolean {
  return command.kind !== 'note' && command.kind !== 'language';
}

/** While a command that leaves the page is on its way, the page is kept as it is. A button does something beside it. */
export function leavesPage(command: Command): boolean {
  return isAboutPage(command) && command.kind !== 'act';
}

/** What is shown once all of it was applied as foreseen. */
export function lastForeseen(queue: readonly QueuedCommand[]): SessionNow | undefined {
  return queue.findLast(({ foreseen }) => foreseen)?.foreseen;
}

/** Whether the page in sight is about to be left: something that leaves it is on its way, and what comes is not shown yet. */
export function isLeaving(queue: readonly QueuedCommand[], shown: SessionNow | undefined): boolean {
  const leaving = queue.filter(({ command }) => leavesPage(command));
  if (leaving.some(({ foreseen }) => !foreseen)) return true;
  return leaving.length > 0 && lastForeseen(queue) !== shown;
}

/** The same place of the same session, so that what was meant for the one is meant for the other. */
export function isSamePage(a: SessionNow, b: SessionNow | undefined): boolean {
  return a.page !== null && a.page.n === b?.page?.n && a.page.element === b.page.element && a.status === b.status;
}

/** Whether whoever reads the page sees the same. When it was entered may differ by moments. */
export function showsTheSame(a: SessionNow, b: SessionNow): boolean {
  if (a.status !== b.status || a.page === null || b.page === null) return false;
  return sorted(timelessPage(a.page)) === sorted(timelessPage(b.page));
}

/** Whether a command was given where the session stands. */
export function isMeantFor({ on }: QueuedCommand, { page, status }: SessionNow): boolean {
  return on !== undefined && page?.n === on.n && page.element === on.element && status === on.status;
}

/** It gets the number of the step that it goes on from when it is sent. */
export function unnumbered({ expects: _expects, ...rest }: QueuedCommand): QueuedCommand {
  return rest;
}

/** What it leads to is not known any more, either. */
export function unforeseen(queued: QueuedCommand): QueuedCommand {
  const { foreseen: _foreseen, ...rest } = unnumbered(queued);
  return rest;
}

/** A command as others may hear of it: what was answered stays between the player and the session where it is secret. */
export function openly({ command, secret }: QueuedCommand): Command {
  if (!secret || command.kind !== 'answer') return command;
  const { value: _secret, ...rest } = command;
  return rest;
}

/** JSON in which the order of keys, which the server's may differ in, does not matter. */
function sorted(value: object): string {
  return JSON.stringify(value, (_key, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
