import type { SessionEvent } from '#contract/event.ts';
import type { Json } from '#prelude/json.ts';
import type { Told } from './world.ts';

/**
 * What both interpreters must agree on of an event. Left out is what only explains (causes, sentences, words), what an
 * element keeps for itself, and what is tested byte by byte elsewhere (requests, restored values).
 */
export function eventsTold(events: readonly SessionEvent[]): readonly Told[] {
  return events.flatMap((event): readonly Told[] => {
    switch (event.kind) {
      case 'kept':
        return [];
      case 'session-started': {
        const { kind, at, start, variables } = event;
        return [{ kind, at, start, variables }];
      }
      case 'element-left': {
        const { why: _why, ...told } = event;
        return [told];
      }
      case 'answer-given': {
        const { shown: _shown, ...told } = event;
        return [told];
      }
      case 'variable-set': {
        const { cause: _cause, ...told } = event;
        return [told];
      }
      case 'went-back': {
        const { kind, at, to } = event;
        return [{ kind, at, to }];
      }
      case 'sub-started': {
        const { version: _version, ...told } = event;
        return [told];
      }
      case 'effect-requested': {
        const { request, ...told } = event;
        return [{ ...told, asks: request.kind, ...('until' in request ? { until: request.until } : {}) }];
      }
      case 'answer-turned-down': {
        const { problems, ...told } = event;
        return [{ ...told, problems: problems.map(({ code }): Json => code) }];
      }
      case 'transferred': {
        const { kind, at, element } = event;
        return [{ kind, at, element }];
      }
      case 'paused':
      case 'ended': {
        const { reason: _reason, ...told } = event;
        return [told];
      }
      case 'failed': {
        const { message: _message, ...told } = event;
        return [told];
      }
      default:
        return [event];
    }
  });
}
