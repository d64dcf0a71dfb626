import type { EffectRequest, EffectResult } from '#contract/effect.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Interaction } from '#format/interaction.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { elementName } from '../data/interaction-file.ts';
import { valueWords } from '../playing/variables.tsx';
import { durationWords } from '../words/duration.ts';
import { exitWords, languageWords } from '../words/names.ts';

/** One line on what happened, in the reader's words. */
export function happened(
  event: SessionEvent,
  interaction: Interaction | undefined,
  outcomeWords: (outcome: string) => string,
): string {
  const name = (element: Parameters<typeof elementName>[1]) => `“${elementName(interaction, element)}”`;
  switch (event.kind) {
    case 'session-started':
      return `Session started in ${languageWords(event.language)}`;
    case 'element-entered':
      return `Came to ${name(event.element)}`;
    case 'element-left':
      return `Left ${name(event.element)} by ${exitWords(event.exit)} after ${timeWords(event.active, event.idle)}${why(event.why)}`;
    case 'answer-given':
      return `Answered ${name(event.element)}: ${event.shown}`;
    case 'variable-set': {
      const label = interaction?.variables[event.key as VariableKey]?.label ?? event.key;
      const set = setWords(label, event);
      return `${set}${why(event.cause)}`;
    }
    case 'went-back':
      return `Went back to visit ${event.to}`;
    case 'jumped':
      return `Jumped to ${name(event.to)}`;
    case 'returned':
      return `Returned to ${name(event.to)}`;
    case 'sub-started':
      return `${name(event.element)} began`;
    case 'sub-ended':
      return `${name(event.element)} ended: ${outcomeWords(event.outcome)}`;
    case 'kept':
      return `${name(event.element)} goes on with its next round`;
    case 'effect-requested':
      return `${name(event.element)} asked for ${requestWords(event.request)}`;
    case 'effect-finished':
      return `${EFFECT_WORDS[event.status]}${event.code ? ` (${event.code})` : ''} at ${name(event.element)}`;
    case 'answer-turned-down':
      return `The answer at ${name(event.element)} was turned down: ${event.problems.map(({ message }) => message).join(' ')}`;
    case 'button-pressed':
      return `Pressed a button on ${name(event.element)}`;
    case 'language-changed':
      return `Went on in ${languageWords(event.language)}`;
    case 'transferred':
      return `Handed over at ${name(event.element)}${event.note ? `: ${event.note}` : ''}`;
    case 'note-added':
      return `Note at ${name(event.element)}: ${event.text}`;
    case 'paused':
      return event.reason ? `Paused: ${event.reason}` : 'Paused';
    case 'resumed':
      return 'Resumed';
    case 'ended':
      return `Ended at ${name(event.element)}: ${outcomeWords(event.outcome)}${event.reason ? `, ${event.reason}` : ''}`;
    case 'failed':
      return `Failed at ${name(event.element)}: ${event.message}`;
    default:
      return assertNever(event);
  }
}

function setWords(label: string, { value, secret }: SessionEvent & { kind: 'variable-set' }): string {
  if (secret) return `Set ${label}, which is secret`;
  return value === undefined ? `Unset ${label}` : `Set ${label} to ${valueWords(value)}`;
}

const EFFECT_WORDS = {
  done: 'An answer came',
  failed: 'It failed',
  'timed-out': 'No answer came in time',
  skipped: 'Went on without an answer',
} as const satisfies Record<EffectResult['status'], string>;

function requestWords(request: EffectRequest): string {
  switch (request.kind) {
    case 'call':
      return `a call of ${request.connection}: ${request.method} ${request.path}`;
    case 'mail':
      return `a mail: ${request.subject}`;
    case 'client-event':
      return `the event ${request.name}`;
    case 'wait':
      return request.event === undefined ? 'a wait' : `the event ${request.event} from outside`;
    default:
      return assertNever(request);
  }
}

function timeWords(active: number, idle: number): string {
  return idle > 0 ? `${durationWords(active)} and ${durationWords(idle)} idle` : durationWords(active);
}

function why(cause: { readonly expression?: string } | undefined): string {
  return cause?.expression ? `, because ${cause.expression}` : '';
}
