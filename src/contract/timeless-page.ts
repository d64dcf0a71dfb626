import type { Page } from './page.ts';

/** A page without the moments at which it was entered: what is the same in front of whoever reads it. */
export function timelessPage({ enteredAt: _entered, startedAt: _started, notes, ...page }: Page) {
  return { ...page, notes: notes.map(({ at: _at, ...note }) => note) };
}
