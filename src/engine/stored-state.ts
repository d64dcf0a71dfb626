import { invariant } from '#prelude/assert-never.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Mutable } from '#prelude/mutable.ts';
import { STATE_FIELDS, STEP_FIELDS } from './optional-fields.ts';
import type { SessionState, TrailStep } from './state.ts';

/**
 * A state as it is kept between two steps: plain JSON without what goes without saying, about half as long. Reading and
 * writing it is most of what a step costs whoever keeps sessions.
 */
export interface StoredState
  extends Omit<SessionState, Unsaid | 'format' | 'trail'>,
    Partial<Pick<SessionState, Unsaid>> {
  readonly format: 2;
  /** Three entries for each step: its visit, its element, and what else there is to say. */
  readonly trail: readonly (number | ElementPath | StepNote)[];
}

/** What is left out where it says nothing. */
type Unsaid = 'status' | 'pausedFor' | 'context' | 'suggestions' | 'notes';

/**
 * Most steps are answers that stand in a variable which was unset before: then its key says it all, with the answer in
 * words where it is not the answer itself. Null: nothing was answered or set.
 */
type StepNote = string | readonly [key: string, shown: string] | Omit<TrailStep, 'n' | 'element'> | null;

export function toStored(state: SessionState): StoredState {
  const { interaction, version, language, client, startedAt, at, n, enteredAt, variables } = state;
  const trail = storedTrail(state);
  const stored: Mutable<StoredState> = {
    format: 2,
    interaction,
    version,
    language,
    client,
    startedAt,
    at,
    n,
    enteredAt,
    variables,
    trail,
  };
  if (state.status !== 'waiting') stored.status = state.status;
  if (state.pausedFor !== 0) stored.pausedFor = state.pausedFor;
  const context = ownContext(state);
  if (context) stored.context = context;
  if (!isEmpty(state.suggestions)) stored.suggestions = state.suggestions;
  if (state.notes.length > 0) stored.notes = state.notes;
  copyOptional(state, stored);
  return stored;
}

/** Reads what {@link toStored} made, and states of format 1, which were kept as they are. */
export function fromStored(json: Json): SessionState {
  const kept = json as unknown as StoredState | SessionState;
  if (kept.format === 1) return kept;
  invariant(kept.format === 2, 'states are of format 1 or 2');
  const { interaction, version, language, client, startedAt, at, n, enteredAt, variables } = kept;
  const state: Mutable<SessionState> = {
    format: 1,
    status: kept.status ?? 'waiting',
    interaction,
    version,
    language,
    client,
    startedAt,
    at,
    n,
    enteredAt,
    pausedFor: kept.pausedFor ?? 0,
    variables,
    context: kept.context ? { client, language, ...kept.context } : { client, language },
    trail: trailOf(kept),
    suggestions: kept.suggestions ?? {},
    notes: kept.notes ?? [],
  };
  copyOptional(kept, state);
  return state;
}

function copyOptional(from: object, to: object): void {
  const source = from as { readonly [field: string]: unknown };
  const target = to as { [field: string]: unknown };
  for (const field of STATE_FIELDS) if (source[field] !== undefined) target[field] = source[field];
}

/** Built-in values that the state does not say already. */
function ownContext({ client, language, context }: SessionState): JsonObject | undefined {
  let own: { [key: string]: Json } | undefined;
  for (const key in context) {
    const value = context[key];
    const isSaid = (key === 'client' && value === client) || (key === 'language' && value === language);
    if (isSaid || value === undefined) continue;
    own ??= {};
    own[key] = value;
  }
  return own;
}

function isEmpty(object: object): boolean {
  for (const _key in object) return false;
  return true;
}

function storedTrail({ trail, variables }: SessionState): StoredState['trail'] {
  const entries: (number | ElementPath | StepNote)[] = [];
  for (const step of trail) entries.push(step.n, step.element, noteOf(step, variables));
  return entries;
}

function noteOf(step: TrailStep, variables: JsonObject): StepNote {
  const { answer, shown, unset } = step;
  if (!UNUSUAL_FIELDS.some((field) => step[field] !== undefined)) {
    if (answer === undefined && shown === undefined && unset === undefined) return null;
    const key = unset?.length === 1 ? unset[0] : undefined;
    if (key !== undefined && answer !== undefined && own(variables, key) === answer) {
      return shown === undefined ? key : [key, shown];
    }
  }
  const { n: _n, element: _element, ...note } = step;
  return note;
}

const USUAL: ReadonlySet<string> = new Set<keyof TrailStep>(['answer', 'shown', 'unset']);
const UNUSUAL_FIELDS = STEP_FIELDS.filter((field) => !USUAL.has(field));

function trailOf({ trail, variables }: StoredState): TrailStep[] {
  const steps: TrailStep[] = [];
  for (let i = 0; i < trail.length; i += 3) {
    steps.push(stepOf(trail[i] as number, trail[i + 1] as ElementPath, trail[i + 2] as StepNote, variables));
  }
  return steps;
}

function stepOf(n: number, element: ElementPath, note: StepNote, variables: JsonObject): TrailStep {
  if (note === null) return { n, element };
  if (typeof note === 'string') return { n, element, answer: answerIn(variables, note), unset: [note] };
  if (!isPair(note)) return { n, element, ...note };
  const [key, shown] = note;
  return { n, element, answer: answerIn(variables, key), shown, unset: [key] };
}

function isPair(note: StepNote): note is readonly [key: string, shown: string] {
  return Array.isArray(note);
}

function answerIn(variables: JsonObject, key: string): Json {
  const answer = own(variables, key);
  invariant(answer !== undefined, `the answer in ${key} is kept in it`);
  return answer;
}
