import type { FieldProblem } from '#contract/command.ts';
import type { OpenEffect } from '#contract/effect.ts';
import type { ContentHash, ElementPath, InteractionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';

/**
 * A session at rest: plain JSON, small, a fold of its events. `failed` is over as `ended` is, but by a fault of the
 * Interaction. What is left out below is not there: no calls, no open effects, nothing ahead.
 */
export interface SessionState {
  readonly format: 1;
  readonly status: 'waiting' | 'paused' | 'ended' | 'failed';
  readonly interaction: InteractionId;
  readonly version: ContentHash;
  readonly language: string;
  readonly client: string;
  readonly startedAt: Instant;
  /** Where it waits, or where it ended. */
  readonly at: ElementPath;
  /** The number of the current (or last) visit. */
  readonly n: number;
  readonly enteredAt: Instant;
  /** Milliseconds of this visit that were paused, and since when it is paused now. */
  readonly pausedFor: number;
  readonly pausedAt?: Instant;
  /**
   * Values by key. Those of a sub-Interaction stand under the path of the element that called it (`s_identity/name`),
   * what an element keeps for itself under its own path, a hash sign and its name (`l_items#next`): see
   * {@link ownVariables}.
   */
  readonly variables: JsonObject;
  /** Built-in values of this session: agent, caller, customer … */
  readonly context: JsonObject;
  /** The path that led here, the current visit last. Going back cuts it. */
  readonly trail: readonly TrailStep[];
  /** Answers that going back has cut off: shown again where their question is reached again. */
  readonly suggestions: { readonly [element: ElementPath]: Json };
  /** What was passed and then cut off by going back, in the order in which it was passed. */
  readonly ahead?: readonly PassedPage[];
  /** The visit that was broken off and may be gone on with: the next one of the same element takes its place on the trail. */
  readonly brokenOff?: number;
  /** Where jumps to entry points were made, the last one last. */
  readonly returns?: readonly ElementPath[];
  /** The visits whose sub-Interaction is under way, outermost first. */
  readonly calls?: readonly Stay[];
  /** Effects of the current page whose results have not come yet. */
  readonly effects?: readonly OpenEffect[];
  /** How many effects were requested so far. */
  readonly requested?: number;
  /** Why the answer to this page was turned down by a check outside. */
  readonly problems?: readonly FieldProblem[];
  /** Secret variables that were given, and the element that asked for each; their values are in memory alone. */
  readonly secrets?: { readonly [key: string]: ElementPath };
  readonly notes: readonly StateNote[];
  readonly outcome?: string;
  /** The wrap-up text of the End element. */
  readonly summary?: string;
  readonly error?: { readonly code: string; readonly message: string; readonly element: ElementPath };
  readonly endedAt?: Instant;
}

/** The part of a state that an element may look at. */
export interface Seen extends Pick<SessionState, 'language' | 'variables' | 'context' | 'suggestions'> {
  readonly secrets?: SessionState['secrets'] | undefined;
}

/** A page that was left before somebody went back past it. In a loop the same one lies ahead several times. */
export interface PassedPage {
  readonly element: ElementPath;
  readonly answer?: Json;
}

/** One visit that is still open. */
export interface Stay {
  readonly n: number;
  readonly element: ElementPath;
  readonly enteredAt: Instant;
  readonly pausedFor: number;
  /** The visit with which its call began, where that was another one: somebody has come back into it since. */
  readonly began?: number;
}

/** An element passed on the path. Those that showed nothing and set nothing are left out. */
export interface TrailStep {
  readonly n: number;
  readonly element: ElementPath;
  readonly answer?: Json;
  /** The answer in words, where they are not the answer itself. */
  readonly shown?: string;
  /** What the variables set here were before, and those that were unset. */
  readonly before?: JsonObject;
  readonly unset?: readonly string[];
  /** Those that were secret before, and the element that had set each. */
  readonly secrets?: { readonly [key: string]: ElementPath };
  /** Where jumps had been made before, where that has changed here. */
  readonly returns?: readonly ElementPath[];
  /** The visit with which the call of a sub-Interaction began that was gone on with here. */
  readonly began?: number;
  /** The elements whose sub-Interactions were over here. */
  readonly ended?: readonly ElementPath[];
}

export interface StateNote {
  readonly n: number;
  readonly element: ElementPath;
  readonly text: string;
  readonly at: Instant;
}

/** Whether the page at which the session stands was passed before somebody went back: its answer can be given again. */
export function liesAhead({ ahead, at }: { ahead?: SessionState['ahead'] | undefined; at: ElementPath }): boolean {
  return ahead?.some(({ element }) => element === at) === true;
}

/**
 * The visit with which the last call of an element began that is under way at the end of a trail. One element may call
 * several times; its path alone does not tell which call a page belongs to.
 */
export function callUnderWay(trail: readonly TrailStep[], caller: ElementPath): number | undefined {
  const last = trail.findLast(({ element, ended }) => element === caller || ended?.includes(caller));
  return last && !last.ended?.includes(caller) ? (last.began ?? last.n) : undefined;
}

/** The key under which an element keeps something for itself. */
export function keptKey(element: ElementPath, name: string): string {
  return `${element}#${name}`;
}

/** What an element keeps for itself, by name. */
export function keptBy(variables: JsonObject, element: ElementPath): JsonObject {
  const start = keptKey(element, '');
  const kept: { [name: string]: Json } = {};
  for (const [key, value] of Object.entries(variables)) {
    if (value !== undefined && key.startsWith(start)) kept[key.slice(start.length)] = value;
  }
  return kept;
}

/** The variables of a frame, without those of sub-Interactions and what elements keep: what people may look at. */
export function ownVariables(variables: JsonObject, frame = ''): JsonObject {
  const own: { [key: string]: Json } = {};
  for (const [key, value] of Object.entries(variables)) {
    if (value === undefined || !key.startsWith(frame)) continue;
    const rest = key.slice(frame.length);
    if (!/[/#]/.test(rest)) own[rest] = value;
  }
  return own;
}
