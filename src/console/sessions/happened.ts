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
      const set = event.value === undefined ? `Unset ${label}` : `Set ${label} to ${valueWords(event.value)}`;
      return `${set}${why(event.cause)}`;
    }
    case 'went-back':
      return `Went back to visit ${event.to}`;
    case 'jumped':
      return `Jumped to ${name(event.to)}`;
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

function timeWords(active: number, idle: number): string {
  return idle > 0 ? `${durationWords(active)} and ${durationWords(idle)} idle` : durationWords(active);
}

function why(cause: { readonly expression?: string } | undefined): string {
  return cause?.expression ? `, because ${cause.expression}` : '';
}
