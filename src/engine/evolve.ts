import type { SessionEvent } from '#contract/event.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { SessionState, TrailStep } from './state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A state that one step may change in place before anybody else sees it. */
export interface Draft extends Mutable<Omit<SessionState, 'variables' | 'trail' | 'suggestions' | 'notes'>> {
  variables: { [key: string]: Json };
  /** The last step is the draft's own, the others are shared with the state before. */
  trail: Mutable<TrailStep>[];
  suggestions: { [element: string]: Json };
  notes: Mutable<SessionState['notes'][number]>[];
}

/** `events.reduce(evolve)`: applies events to a state, evaluating nothing. The first event of all makes the state. */
export function evolve(state: SessionState | undefined, events: readonly SessionEvent[]): SessionState {
  let draft = state ? draftOf(state) : undefined;
  for (const event of events) {
    if (draft) applyEvent(draft, event);
    else draft = firstDraft(event);
  }
  invariant(draft, 'a session has at least its first event');
  return draft as SessionState;
}

export function draftOf(state: SessionState): Draft {
  const trail: Mutable<TrailStep>[] = state.trail.slice();
  const last = trail.length - 1;
  if (last >= 0) trail[last] = { ...(trail[last] as TrailStep) };
  return {
    ...state,
    variables: { ...state.variables } as Draft['variables'],
    trail,
    suggestions: { ...state.suggestions },
    notes: state.notes.slice(),
  };
}

export function firstDraft(event: SessionEvent): Draft {
  invariant(event.kind === 'session-started', 'the first event of a session is its start');
  return {
    format: 1,
    status: 'waiting',
    interaction: event.interaction,
    version: event.version,
    language: event.language,
    client: event.client,
    startedAt: event.at,
    at: event.start,
    n: 0,
    enteredAt: event.at,
    pausedFor: 0,
    variables: { ...event.variables } as Draft['variables'],
    context: event.context,
    trail: [],
    suggestions: {},
    notes: [],
  };
}

/** Changes the draft by one event. */
export function applyEvent(draft: Draft, event: SessionEvent): void {
  switch (event.kind) {
    case 'session-started':
      throw new Error('Broken invariant: a session starts once');
    case 'element-entered':
      draft.at = event.element;
      draft.n = event.n;
      draft.enteredAt = event.at;
      draft.pausedFor = 0;
      draft.trail.push({ n: event.n, element: event.element });
      if (draft.trail.length > LIMITS.trail) draft.trail.shift();
      return;
    case 'answer-given': {
      const step = current(draft);
      step.answer = event.answer;
      if (event.shown !== event.answer) step.shown = event.shown;
      if (Object.hasOwn(draft.suggestions, event.element)) delete draft.suggestions[event.element];
      return;
    }
    case 'variable-set':
      rememberBefore(draft, event.key);
      if (event.value === undefined) delete draft.variables[event.key];
      else draft.variables[event.key] = event.value;
      return;
    case 'element-left': {
      const { before, unset } = current(draft);
      if (event.passed && before === undefined && unset === undefined) draft.trail.pop();
      return;
    }
    case 'went-back': {
      const cut = draft.trail.findIndex((step) => step.n === event.to);
      for (const { element, answer } of draft.trail.splice(Math.max(cut, 0))) {
        if (answer !== undefined) draft.suggestions[element] = answer;
      }
      Object.assign(draft.variables, event.restored);
      for (const key of event.unset) delete draft.variables[key];
      return;
    }
    case 'jumped':
      return;
    case 'note-added':
      draft.notes.push({ n: event.n, element: event.element, text: event.text, at: event.at });
      return;
    case 'paused':
      draft.status = 'paused';
      draft.pausedAt = event.at;
      return;
    case 'resumed':
      if (draft.pausedAt !== undefined) draft.pausedFor += Math.max(0, event.at - draft.pausedAt);
      delete draft.pausedAt;
      delete draft.outcome;
      delete draft.endedAt;
      draft.status = 'waiting';
      return;
    case 'ended':
      draft.status = 'ended';
      draft.outcome = event.outcome;
      draft.endedAt = event.at;
      delete draft.pausedAt;
      return;
    case 'failed':
      draft.status = 'failed';
      draft.outcome = 'failed';
      draft.error = { code: event.code, message: event.message, element: event.element };
      draft.endedAt = event.at;
      return;
    default:
      assertNever(event);
  }
}

function current(draft: Draft): Mutable<TrailStep> {
  const step = draft.trail[draft.trail.length - 1];
  invariant(step, 'there is a current visit');
  return step;
}

/** What a variable was before this visit first set it: what going back restores. */
function rememberBefore(draft: Draft, key: string): void {
  const step = current(draft);
  if (step.unset?.includes(key) || (step.before && Object.hasOwn(step.before, key))) return;
  const value = Object.hasOwn(draft.variables, key) ? draft.variables[key] : undefined;
  if (value === undefined) step.unset = step.unset ? [...step.unset, key] : [key];
  else step.before = { ...step.before, [key]: value };
}
