import type { Command } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import type { ClientState, CommandOutcome, Next } from './client-state.ts';
import type { SessionNow } from './session.ts';

/** The ways from a page that do not answer it, and which of them there are now. */
export interface Moves {
  readonly may: Readonly<Record<'back' | 'redo' | 'newest' | 'return' | 'language', boolean>>;
  back(): void;
  /** Gives what was answered here before again, or all that was as far as it still leads; what was changed counts. */
  redo(all: boolean): void;
  return(): void;
  language(language: string): void;
}

interface Moving {
  readonly session: SessionNow;
  readonly page: Page;
  readonly state: ClientState;
  /** What would be answered now, where it is not what was answered before. */
  readonly changed: { readonly value: Json | undefined } | undefined;
  command(command: Command, next?: Next): Promise<CommandOutcome>;
}

export function movesOf({ session, page, state, changed, command }: Moving): Moves {
  const { abilities, status } = session;
  const goes = session.kind !== 'replay' && status === 'waiting';
  const liesAhead = goes && !page.wait && page.ahead !== undefined && abilities.includes('forward');
  const may = {
    back: goes && page.trail.length > 0,
    redo: liesAhead,
    newest: liesAhead && (page.ahead ?? 0) > 1,
    return: goes && page.returns !== undefined && abilities.includes('return'),
    language: goes && page.languages.length > 1 && abilities.includes('language'),
  };
  const go = (allowed: boolean, act: Command) => {
    if (allowed && !state.busy) void command(act);
  };
  const answerAnew = (all: boolean, { value }: { readonly value: Json | undefined }) => {
    const further: Next = ({ page: next }) => (all && next?.ahead !== undefined ? { kind: 'forward', all } : undefined);
    void command({ kind: 'answer', ...(value === undefined ? {} : { value }) }, further);
  };
  return {
    may,
    back: () => go(may.back, { kind: 'back' }),
    redo(all) {
      if (!may.redo || state.busy) return;
      if (changed) answerAnew(all, changed);
      else go(true, { kind: 'forward', ...(all ? { all } : {}) });
    },
    return: () => go(may.return, { kind: 'return' }),
    language: (language) => void command({ kind: 'language', language }),
  };
}
