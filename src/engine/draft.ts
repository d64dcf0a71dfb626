import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import type { Mutable } from '#prelude/mutable.ts';
import type { SessionState, TrailStep } from './state.ts';

type EveryField = Omit<{ readonly [Field in keyof SessionState]-?: SessionState[Field] | undefined }, 'format'>;

/**
 * A state under way to the next one. It has every field of a state, set or not: so all drafts are alike, and what reads or
 * changes one is as quick in a session with calls, effects and pauses as in one without. Fields are named one by one here,
 * which is several times as quick as a loop over their names; a test with a state that has all of them misses none.
 */
export class Draft implements EveryField {
  status: SessionState['status'];
  readonly interaction: SessionState['interaction'];
  readonly version: SessionState['version'];
  language: string;
  readonly client: string;
  readonly startedAt: number;
  at: ElementPath;
  n: number;
  enteredAt: number;
  pausedFor: number;
  pausedAt: number | undefined;
  variables: { [key: string]: Json };
  context: SessionState['context'];
  trail: Mutable<TrailStep>[];
  suggestions: { [element: ElementPath]: Json };
  ahead: SessionState['ahead'] | undefined;
  brokenOff: number | undefined;
  returns: SessionState['returns'] | undefined;
  calls: SessionState['calls'] | undefined;
  effects: SessionState['effects'] | undefined;
  requested: number | undefined;
  problems: SessionState['problems'] | undefined;
  secrets: SessionState['secrets'] | undefined;
  notes: SessionState['notes'];
  outcome: string | undefined;
  summary: string | undefined;
  error: SessionState['error'] | undefined;
  endedAt: number | undefined;

  /** Its variables, trail and suggestions are those of the state: whoever changes one copies it first. */
  constructor(state: SessionState) {
    this.status = state.status;
    this.interaction = state.interaction;
    this.version = state.version;
    this.language = state.language;
    this.client = state.client;
    this.startedAt = state.startedAt;
    this.at = state.at;
    this.n = state.n;
    this.enteredAt = state.enteredAt;
    this.pausedFor = state.pausedFor;
    this.pausedAt = state.pausedAt;
    this.variables = state.variables as Draft['variables'];
    this.context = state.context;
    this.trail = state.trail as Draft['trail'];
    this.suggestions = state.suggestions;
    this.ahead = state.ahead;
    this.brokenOff = state.brokenOff;
    this.returns = state.returns;
    this.calls = state.calls;
    this.effects = state.effects;
    this.requested = state.requested;
    this.problems = state.problems;
    this.secrets = state.secrets;
    this.notes = state.notes;
    this.outcome = state.outcome;
    this.summary = state.summary;
    this.error = state.error;
    this.endedAt = state.endedAt;
  }

  /** The state that it has become. What is not there has no key. */
  state(): SessionState {
    const state: Mutable<SessionState> = {
      format: 1,
      status: this.status,
      interaction: this.interaction,
      version: this.version,
      language: this.language,
      client: this.client,
      startedAt: this.startedAt,
      at: this.at,
      n: this.n,
      enteredAt: this.enteredAt,
      pausedFor: this.pausedFor,
      variables: this.variables,
      context: this.context,
      trail: this.trail,
      suggestions: this.suggestions,
      notes: this.notes,
    };
    if (this.pausedAt !== undefined) state.pausedAt = this.pausedAt;
    if (this.ahead !== undefined) state.ahead = this.ahead;
    if (this.brokenOff !== undefined) state.brokenOff = this.brokenOff;
    if (this.returns !== undefined) state.returns = this.returns;
    if (this.calls !== undefined) state.calls = this.calls;
    if (this.effects !== undefined) state.effects = this.effects;
    if (this.requested !== undefined) state.requested = this.requested;
    if (this.problems !== undefined) state.problems = this.problems;
    if (this.secrets !== undefined) state.secrets = this.secrets;
    if (this.outcome !== undefined) state.outcome = this.outcome;
    if (this.summary !== undefined) state.summary = this.summary;
    if (this.error !== undefined) state.error = this.error;
    if (this.endedAt !== undefined) state.endedAt = this.endedAt;
    return state;
  }
}

/** A step of the trail that can be changed: a key that is added to a spread copy costs a microsecond in V8. */
export function stepToChange(step: TrailStep): Mutable<TrailStep> {
  const copy: Mutable<TrailStep> = { n: step.n, element: step.element };
  if (step.answer !== undefined) copy.answer = step.answer;
  if (step.shown !== undefined) copy.shown = step.shown;
  if (step.before !== undefined) copy.before = step.before;
  if (step.unset !== undefined) copy.unset = step.unset;
  if (step.secrets !== undefined) copy.secrets = step.secrets;
  if (step.returns !== undefined) copy.returns = step.returns;
  if (step.began !== undefined) copy.began = step.began;
  if (step.ended !== undefined) copy.ended = step.ended;
  return copy;
}
