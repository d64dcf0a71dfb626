import { maskCardNumbers } from '#contract/card-numbers.ts';
import type { Command, Rejection } from '#contract/command.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Instant } from '#prelude/ports.ts';
import { ok, type Result } from '#prelude/result.ts';
import { answer, forward } from './commands/answer.ts';
import { act, effectResult, skip } from './commands/effects.ts';
import { transfer } from './commands/transfer.ts';
import { back, jump, returnFromJump } from './commands/travel.ts';
import { Fold } from './fold.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import type { Program } from './program.ts';
import { type Decision, reject } from './rejection.ts';
import type { SessionState } from './state.ts';
import { Walk } from './walk.ts';

/**
 * What a command does to a session: the events of one step, or why it is refused (and then nothing happened).
 *
 * @param given what whoever runs the session hands in beside the time, such as the account's values
 */
export function decide(
  program: Program,
  state: SessionState,
  command: Command,
  now: Instant,
  given: Given = NOTHING_GIVEN,
): Decision {
  const timedOut = state.status === 'ended' && state.outcome === ENGINE_OUTCOMES.timedOut;
  if ((state.status === 'ended' || state.status === 'failed') && !(timedOut && command.kind === 'resume')) {
    return reject('session.over', 'The session is over');
  }
  const walk = new Walk(program, new Fold(state), now, given);
  switch (command.kind) {
    case 'answer':
      return waiting(state) ?? held(state) ?? answer(walk, command);
    case 'forward':
      return waiting(state) ?? held(state) ?? forward(walk, command);
    case 'back':
      return waiting(state) ?? back(walk, command);
    case 'jump':
      return waiting(state) ?? jump(walk, command);
    case 'return':
      return waiting(state) ?? returnFromJump(walk, command);
    case 'act':
      return waiting(state) ?? held(state) ?? act(walk, command.button);
    case 'skip':
      return waiting(state) ?? skip(walk, command);
    case 'effect-result':
      return effectResult(walk, command);
    case 'transfer':
      return waiting(state) ?? held(state) ?? transfer(walk, command);
    case 'language':
      return changeLanguage(walk, command.language);
    case 'note':
      return note(walk, state, command.text);
    case 'pause':
      return waiting(state) ?? pause(walk, command);
    case 'resume':
      return resume(walk, state, timedOut);
    case 'quit':
      walk.end('quit', ENGINE_OUTCOMES.quit, command, command.reason && maskCardNumbers(command.reason));
      return ok(walk.done());
    case 'expire':
      walk.end('expired', ENGINE_OUTCOMES.timedOut, command);
      return ok(walk.done());
    default:
      return assertNever(command);
  }
}

function waiting(state: SessionState): Result<never, Rejection> | undefined {
  return state.status === 'waiting'
    ? undefined
    : reject('session.not-waiting', 'The session is paused; resume it first');
}

function held({ effects }: SessionState): Result<never, Rejection> | undefined {
  return effects?.some(({ holds }) => holds)
    ? reject('session.busy', 'The page still waits for something; wait for it, go on without it, or go back')
    : undefined;
}

function changeLanguage(walk: Walk, language: string): Decision {
  if (!walk.program.interaction.languages.includes(language)) {
    return reject('language.not-offered', `The Interaction has no texts in “${language}”`);
  }
  if (walk.draft.language !== language) walk.emit({ kind: 'language-changed', at: walk.now, language });
  return ok(walk.done());
}

function note(walk: Walk, state: SessionState, given: string): Decision {
  const text = maskCardNumbers(given.trim());
  if (text === '') return reject('note.empty', 'The note is empty');
  if (text.length > LIMITS.longText) return reject('note.too-long', `A note has at most ${LIMITS.longText} characters`);
  walk.emit({ kind: 'note-added', n: state.n, element: state.at, at: walk.now, text });
  return ok(walk.done());
}

function pause(walk: Walk, command: Command & { kind: 'pause' }): Decision {
  walk.emit({ kind: 'paused', at: walk.now, ...(command.reason ? { reason: maskCardNumbers(command.reason) } : {}) });
  return ok(walk.done());
}

/** A timed-out session comes back on the same element in a visit of its own; the expired one stays counted as that. */
function resume(walk: Walk, state: SessionState, timedOut: boolean): Decision {
  if (state.status !== 'paused' && !timedOut) return reject('session.not-paused', 'The session is not paused');
  walk.emit({ kind: 'resumed', at: walk.now });
  if (timedOut) walk.arrive(state.at);
  return ok(walk.done());
}
