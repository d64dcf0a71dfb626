import type { Command, Rejection } from '#contract/command.ts';
import { fileIdsIn } from '#contract/file-value.ts';
import type { Page } from '#contract/page.ts';
import { timelessPage } from '#contract/timeless-page.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { decide } from './decide.ts';
import type { Given } from './given.ts';
import { pageOf } from './page.ts';
import type { Program } from './program.ts';
import { sameJson } from './same-json.ts';
import type { SessionState } from './state.ts';
import type { Step } from './step.ts';

/** What a command will come to on the server: another page, or that it is refused. */
export type Foreseen =
  | { readonly kind: 'page'; readonly state: SessionState; readonly page: Page }
  | { readonly kind: 'refused'; readonly rejection: Rejection };

/** Milliseconds between deciding here and on the server that must not matter. */
const LATER = 10_000;

/**
 * What whoever runs a session says to a command, found without asking: undefined where that hangs on anything but the state,
 * the Interaction and the account's values. It asks nothing of the world outside, knows no secrets and no files, and leaves to
 * the server what ends a session or hands it over. What comes out differently some seconds later is not foreseen.
 *
 * @param given without secrets and files
 */
export function foresee(
  program: Program,
  state: SessionState,
  command: Command,
  now: Instant,
  given: Pick<Given, 'values' | 'timeZone'>,
): Foreseen | undefined {
  if (state.status !== 'waiting' || state.effects || namesFiles(state, command)) return undefined;
  const soon = decidedAt(program, state, command, now, given);
  const later = soon && decidedAt(program, state, command, now + LATER, given);
  return later && isSame(soon, later) ? soon : undefined;
}

function decidedAt(
  program: Program,
  state: SessionState,
  command: Command,
  now: Instant,
  given: Given,
): Foreseen | undefined {
  if (!isForeseeable(command)) return undefined;
  const decided = decide(program, state, command, now, given);
  if (!decided.ok) {
    const { error } = decided;
    return error.code === 'answer.refused' ? { kind: 'refused', rejection: error } : undefined;
  }
  if (needsServer(decided.value)) return undefined;
  const page = pageOf(program, decided.value.state, given);
  return page ? { kind: 'page', state: decided.value.state, page } : undefined;
}

function isForeseeable({ kind }: Command): boolean {
  switch (kind) {
    case 'answer':
    case 'forward':
    case 'back':
    case 'jump':
    case 'return':
    case 'note':
      return true;
    // The account's values are handed in the language of the session.
    case 'language':
    case 'act':
    case 'skip':
    case 'effect-result':
    case 'transfer':
    case 'pause':
    case 'resume':
    case 'quit':
    case 'expire':
      return false;
  }
}

/** Whether what happened hangs on what is not here: the world outside, a secret, a colleague. */
function needsServer({ events, state, secrets }: Step): boolean {
  if (secrets || state.status !== 'waiting' || state.effects) return true;
  return events.some(
    (event) =>
      event.kind === 'effect-requested' ||
      event.kind === 'transferred' ||
      (event.kind === 'variable-set' && event.secret) ||
      (event.kind === 'jumped' && event.again),
  );
}

/** A file is taken only where it was uploaded for this session, which the server knows. */
function namesFiles({ suggestions }: SessionState, command: Command): boolean {
  if (command.kind === 'answer') return fileIdsIn(command.value).length > 0;
  return command.kind === 'forward' && fileIdsIn(suggestions as { readonly [key: string]: Json }).length > 0;
}

function isSame(a: Foreseen, b: Foreseen): boolean {
  if (a.kind === 'page' && b.kind === 'page') return sameJson(told(a), told(b));
  return a.kind === 'refused' && b.kind === 'refused' && sameJson(plain(a.rejection), plain(b.rejection));
}

/** All of a state that later steps hang on, but for the moments in it. */
function told({ page, state }: Foreseen & { readonly kind: 'page' }): Json {
  const { variables, trail, suggestions, ahead = [], returns = [] } = state;
  return plain({ page: timelessPage(page), variables, trail, suggestions, ahead, returns });
}

/** Plain JSON by the engine's promise, which interfaces without an index signature do not show. */
function plain(value: object): Json {
  return value as unknown as Json;
}
