import type { OpenEffect } from '#contract/effect.ts';
import type { EngineExit, SessionEvent } from '#contract/event.ts';
import { assertNever, invariant } from '#prelude/assert-never.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Mutable } from '#prelude/mutable.ts';
import { Draft, stepToChange } from './draft.ts';
import { callUnderWay, keptKey, type PassedPage, type SessionState, type TrailStep } from './state.ts';
import { pausedUntil } from './time-spent.ts';

/**
 * Applies events to a state, evaluating nothing. The state that it begins with stays as it was: a part of it is copied
 * when it is first changed, so that a step costs what it changes and no more.
 */
export class Fold {
  readonly draft: Draft;
  #ownsVariables = false;
  #ownsTrail = false;
  #ownsSuggestions = false;
  /** The step of the trail that is no part of the state before. */
  #ownStep: TrailStep | undefined;

  constructor(state: SessionState) {
    this.draft = new Draft(state);
  }

  /** Begins with the first event of a session. */
  static first(event: SessionEvent): Fold {
    invariant(event.kind === 'session-started', 'the first event of a session is its start');
    return new Fold({
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
      variables: event.variables,
      context: event.context,
      trail: [],
      suggestions: {},
      notes: [],
    });
  }

  /** The state that the events have led to. Nothing is applied after it was taken. */
  get state(): SessionState {
    return this.draft.state();
  }

  apply(event: SessionEvent): void {
    const { draft } = this;
    switch (event.kind) {
      case 'session-started':
        throw new Error('Broken invariant: a session starts once');
      case 'element-entered':
        this.#enter(event);
        return;
      case 'element-left':
        this.#leave(event);
        return;
      case 'answer-given':
        this.#answer(event);
        return;
      case 'variable-set':
        this.#set(event.key, event.value);
        if (event.secret) draft.secrets = { ...draft.secrets, [event.key]: event.element ?? draft.at };
        else this.#forgetSecret(event.key);
        return;
      case 'kept':
        this.#set(keptKey(event.element, event.key), event.value);
        return;
      case 'went-back':
        this.#goBack(event);
        return;
      case 'jumped':
        if (event.from !== undefined) this.#setReturns([...(draft.returns ?? []), event.from].slice(-LIMITS.returns));
        return;
      case 'returned':
        this.#setReturns(draft.returns?.slice(0, -1) ?? []);
        return;
      case 'sub-started': {
        // What an earlier run of it left behind, as when it was jumped out of, is not there any more.
        if (!event.again) this.#endSub(`${event.element}/`);
        const { n, element } = event;
        const began = event.again ? callUnderWay(draft.trail.slice(0, -1), element) : undefined;
        const goesOn = began === undefined ? {} : { began };
        const stay = { n, element, enteredAt: draft.enteredAt, pausedFor: draft.pausedFor, ...goesOn };
        draft.calls = [...(draft.calls ?? []), stay];
        if (began !== undefined) this.#current().began = began;
        for (const [key, value] of Object.entries(event.variables)) this.#set(`${event.element}/${key}`, value);
        return;
      }
      case 'sub-ended': {
        this.#endSub(`${event.element}/`);
        const step = this.#current();
        step.ended = [...(step.ended ?? []), event.element];
        return;
      }
      case 'effect-requested':
        this.#request(event);
        return;
      case 'effect-finished':
        this.#keepEffects((effect) => effect.id !== event.effect);
        return;
      case 'answer-turned-down':
        draft.problems = event.problems;
        if (event.answer !== undefined) this.#suggest(event.element, event.answer);
        return;
      case 'button-pressed':
        return;
      case 'language-changed':
        draft.language = event.language;
        draft.context = { ...draft.context, language: event.language };
        return;
      case 'transferred': {
        // What whoever hands it over has to say is read where notes are read.
        const { element, note, at } = event;
        if (note !== undefined) draft.notes = [...draft.notes, { n: draft.n, element, text: note, at }];
        return;
      }
      case 'note-added':
        draft.notes = [...draft.notes, { n: event.n, element: event.element, text: event.text, at: event.at }];
        return;
      case 'paused':
        draft.status = 'paused';
        draft.pausedAt = event.at;
        return;
      case 'resumed':
        this.#resume(event.at);
        return;
      case 'ended':
        draft.status = 'ended';
        draft.at = event.element;
        draft.outcome = event.outcome;
        if (event.summary !== undefined) draft.summary = event.summary;
        draft.endedAt = event.at;
        draft.pausedAt = undefined;
        return;
      case 'failed':
        draft.status = 'failed';
        draft.at = event.element;
        draft.outcome = 'failed';
        draft.error = { code: event.code, message: event.message, element: event.element };
        draft.endedAt = event.at;
        return;
      default:
        assertNever(event);
    }
  }

  #enter({ n, element, at }: SessionEvent & { kind: 'element-entered' }): void {
    const { draft } = this;
    draft.at = element;
    draft.n = n;
    draft.enteredAt = at;
    draft.pausedFor = 0;
    if (draft.pausedAt !== undefined) {
      this.#pauseCallers(at);
      draft.pausedAt = at;
    }
    const trail = this.#trail();
    const broken = draft.brokenOff === undefined ? undefined : this.#brokenOff(element, draft.brokenOff);
    const step = broken ? stepToChange(broken) : { n, element };
    step.n = n;
    trail.push(step);
    this.#ownStep = step;
    if (trail.length > LIMITS.trail) trail.shift();
  }

  /** Takes the step of an earlier visit off the trail that this one goes on with: nobody has passed that page. */
  #brokenOff(element: ElementPath, n: number): TrailStep | undefined {
    const { draft } = this;
    const at = draft.trail.findLastIndex((step) => step.n === n);
    const step = draft.trail[at];
    // Those who called the Interaction in which it stands are entered before it.
    if (step && step.element !== element) return undefined;
    draft.brokenOff = undefined;
    if (step) this.#trail().splice(at, 1);
    return step;
  }

  /** The visits of callers are open all the while: what is paused is not spent on them either. */
  #pauseCallers(at: number): void {
    const { pausedAt, calls } = this.draft;
    if (!calls) return;
    this.draft.calls = calls.map((call) => ({ ...call, pausedFor: pausedUntil(at, call, pausedAt) }));
  }

  #leave({ n, passed, element, exit, through }: SessionEvent & { kind: 'element-left' }): void {
    const { draft } = this;
    if (n !== draft.n) {
      // The element that called a sub-Interaction: its visit was open all the while.
      const open = draft.calls?.filter((call) => call.n !== n);
      draft.calls = open?.length ? open : undefined;
      return;
    }
    draft.effects = undefined;
    draft.problems = undefined;
    if (BROKEN_OFF.has(exit)) draft.brokenOff = n;
    if (!INTERRUPTIONS.has(exit) || through !== undefined) this.#passAhead(element);
    if (!passed) return;
    const last = draft.trail[draft.trail.length - 1];
    if (last?.n === n && last.before === undefined && last.unset === undefined) this.#trail().pop();
  }

  /** A page that lay ahead was reached again and left: the next time it is reached it gets its next answer, if it has one. */
  #passAhead(element: ElementPath): void {
    const { ahead = [], suggestions } = this.draft;
    if (Object.hasOwn(suggestions, element)) delete this.#suggestions()[element];
    const first = ahead.findIndex((page) => page.element === element);
    if (first < 0) return;
    const rest = ahead.toSpliced(first, 1);
    this.draft.ahead = rest.length > 0 ? rest : undefined;
    const next = rest.find((page) => page.element === element)?.answer;
    if (next !== undefined) this.#suggest(element, next);
  }

  #answer({ answer, shown }: SessionEvent & { kind: 'answer-given' }): void {
    const step = this.#current();
    if (answer !== undefined) step.answer = answer;
    if (shown !== answer) step.shown = shown;
  }

  #goBack({ to, restored, unset, secrets }: SessionEvent & { kind: 'went-back' }): void {
    const { draft } = this;
    const trail = this.#trail();
    const cut = trail.splice(
      Math.max(
        trail.findIndex((step) => step.n === to),
        0,
      ),
    );
    // The page that is gone back from was not passed: whoever goes forward again comes to it and no further.
    const passed = cut.slice(0, -1).map(passedPage);
    // Of a page that was passed several times the first answer comes first, also where none was given.
    for (const { element, answer } of passed.toReversed()) {
      if (answer !== undefined) this.#suggest(element, answer);
      else if (Object.hasOwn(draft.suggestions, element)) delete this.#suggestions()[element];
    }
    draft.ahead = [...passed, ...(draft.ahead ?? [])].slice(0, LIMITS.trail);
    const variables = this.#variables();
    for (const [key, value] of Object.entries(restored)) {
      if (value !== undefined) variables[key] = value;
      this.#forgetSecret(key);
    }
    for (const key of unset) {
      delete variables[key];
      this.#forgetSecret(key);
    }
    if (secrets) draft.secrets = { ...draft.secrets, ...secrets };
    const returns = cut.find((step) => step.returns !== undefined)?.returns;
    if (returns) putReturns(draft, returns);
  }

  #setReturns(returns: readonly ElementPath[]): void {
    const step = this.#current();
    step.returns ??= this.draft.returns ?? [];
    putReturns(this.draft, returns);
  }

  #endSub(frame: string): void {
    for (const key of Object.keys(this.draft.variables)) if (key.startsWith(frame)) this.#set(key, undefined);
    for (const key of Object.keys(this.draft.secrets ?? {})) {
      if (!key.startsWith(frame)) continue;
      this.#set(key, undefined);
      this.#forgetSecret(key);
    }
  }

  #request(event: SessionEvent & { kind: 'effect-requested' }): void {
    const { draft } = this;
    draft.requested = (draft.requested ?? 0) + 1;
    // What is wrong with an answer is said until another one is given, whatever buttons are pressed beside it.
    if (event.holds) draft.problems = undefined;
    const { effect: id, request, holds, button, answer, at: since } = event;
    // Of what nobody waits for and nothing comes back there is nothing to remember.
    if (!holds && button === undefined) return;
    const open: OpenEffect = {
      id,
      kind: request.kind,
      since,
      holds,
      ...(button === undefined ? {} : { button }),
      ...(answer === undefined ? {} : { answer }),
      ...(request.kind === 'wait' && request.until !== undefined ? { until: request.until } : {}),
    };
    draft.effects = [...(draft.effects ?? []), open];
  }

  #keepEffects(which: (effect: OpenEffect) => boolean): void {
    const effects = this.draft.effects?.filter(which);
    this.draft.effects = effects?.length ? effects : undefined;
  }

  #resume(at: number): void {
    const { draft } = this;
    draft.pausedFor = pausedUntil(at, draft, draft.pausedAt);
    this.#pauseCallers(at);
    draft.pausedAt = undefined;
    draft.outcome = undefined;
    draft.endedAt = undefined;
    draft.status = 'waiting';
  }

  /** Sets a value, or unsets it, and remembers in the current step of the trail what going back restores. */
  #set(key: string, value: Json | undefined): void {
    const variables = this.#variables();
    const step = this.#current();
    const known = step.unset?.includes(key) || (step.before !== undefined && Object.hasOwn(step.before, key));
    if (!known) {
      const before = Object.hasOwn(variables, key) ? variables[key] : undefined;
      if (before === undefined) step.unset = step.unset ? [...step.unset, key] : [key];
      else step.before = { ...step.before, [key]: before };
      const secret = this.draft.secrets?.[key];
      if (secret !== undefined) step.secrets = { ...step.secrets, [key]: secret };
    }
    if (value === undefined) delete variables[key];
    else variables[key] = value;
  }

  #forgetSecret(key: string): void {
    const { secrets } = this.draft;
    if (!secrets || !Object.hasOwn(secrets, key)) return;
    const { [key]: _forgotten, ...rest } = secrets;
    this.draft.secrets = Object.keys(rest).length > 0 ? rest : undefined;
  }

  #suggest(element: ElementPath, answer: Json): void {
    this.#suggestions()[element] = answer;
  }

  #variables(): Draft['variables'] {
    if (!this.#ownsVariables) {
      this.draft.variables = { ...this.draft.variables };
      this.#ownsVariables = true;
    }
    return this.draft.variables;
  }

  #trail(): Draft['trail'] {
    if (!this.#ownsTrail) {
      this.draft.trail = this.draft.trail.slice();
      this.#ownsTrail = true;
    }
    return this.draft.trail;
  }

  #suggestions(): Draft['suggestions'] {
    if (!this.#ownsSuggestions) {
      this.draft.suggestions = { ...this.draft.suggestions };
      this.#ownsSuggestions = true;
    }
    return this.draft.suggestions;
  }

  #current(): Mutable<TrailStep> {
    const trail = this.#trail();
    const last = trail.length - 1;
    const step = trail[last];
    invariant(step, 'there is a current visit');
    if (step === this.#ownStep) return step;
    const copy = stepToChange(step);
    trail[last] = copy;
    this.#ownStep = copy;
    return copy;
  }
}

/** Ways in which an element is left without having been gone through. */
const INTERRUPTIONS: ReadonlySet<string> = new Set<EngineExit>([
  'back',
  'jump',
  'quit',
  'expired',
  'transferred',
  'failed',
]);

/** Ways in which a page is left that somebody finds again as it was. */
const BROKEN_OFF: ReadonlySet<string> = new Set<EngineExit>(['expired', 'transferred']);

function passedPage({ element, answer }: TrailStep): PassedPage {
  return answer === undefined ? { element } : { element, answer };
}

function putReturns(draft: Draft, returns: readonly ElementPath[]): void {
  draft.returns = returns.length > 0 ? returns : undefined;
}
