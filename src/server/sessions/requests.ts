import type { EffectRequest } from '#contract/effect.ts';
import type { SessionEvent } from '#contract/event.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { NewEffect } from '#store/queries/effects.ts';

/** What the outbox gets of a step's events. Client events are told with the answer to the command and need none. */
export function requestsIn(events: readonly SessionEvent[], home: string): readonly NewEffect[] {
  return events.flatMap((event): NewEffect[] => {
    if (event.kind !== 'effect-requested' || event.request.kind === 'client-event') return [];
    const { effect, element, request, at } = event;
    return [
      {
        effect,
        element,
        kind: request.kind,
        event: request.kind === 'wait' ? (request.event ?? null) : null,
        request: request as unknown as Json,
        home: holdsSecrets(request) ? home : null,
        due_at: dueAt(request, at),
      },
    ];
  });
}

/** Null: nothing but the outside ends it. */
function dueAt(request: Exclude<EffectRequest, { kind: 'client-event' }>, at: Instant): Instant | null {
  switch (request.kind) {
    case 'call':
    case 'mail':
      return at;
    case 'wait':
      return request.until ?? null;
    default:
      return assertNever(request);
  }
}

function holdsSecrets(request: EffectRequest): boolean {
  return request.kind === 'call' && JSON.stringify(request.body ?? null).includes('"$secret"');
}

/** What the host of the player is to be told of a step. */
export function clientEventsIn(events: readonly SessionEvent[]) {
  return events.flatMap((event) =>
    event.kind === 'effect-requested' && event.request.kind === 'client-event'
      ? [{ id: event.effect, name: event.request.name, payload: event.request.payload }]
      : [],
  );
}
