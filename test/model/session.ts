import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Accepted } from './accept.ts';
import type { Chart } from './drawn.ts';
import { enter } from './enter.ts';
import { Over } from './refused.ts';
import { Stand } from './stand.ts';
import { Forgotten } from './values.ts';
import { type Asked, callersOf, copy, idOf, prefixOf, type World } from './world.ts';

/**
 * A second, independent reading of what a session is: a walk that calls itself over one object, with a copy of the whole
 * world at each element for going back. Written from the documents, to be held against the engine; slow, and never
 * shipped.
 */
export class ModelSession extends Stand {
  #visits = 0;
  #effects = 0;
  #steps = 0;
  #handedOver = false;

  /** Sets a variable of the Interaction at hand; what was made of a secret is one. */
  set(variable: string, value: Json | undefined, madeOf = ''): undefined {
    const { prefix, values, secrets } = this.frame(prefixOf(this.at));
    const isSecret = this.chart.isSecret(variable) || this.secretsIn(madeOf).length > 0;
    const told = { kind: 'variable-set', n: this.visit.n, key: prefix + variable };
    this.step.sets = true;
    delete values[variable];
    delete secrets[variable];
    if (value === undefined || value === null) this.tell(told);
    else if (isSecret) {
      secrets[variable] = this.at;
      this.memory[prefix + variable] = value;
      this.tell({ ...told, element: this.at, secret: true });
    } else {
      values[variable] = value;
      this.tell({ ...told, value });
    }
  }

  /** Comes to an element by a connector, a jump or a return: its callers first, then it. */
  come(path: string, from?: string): undefined {
    const missing = callersOf(path).slice(this.open.length);
    for (const caller of missing) {
      this.#visit(caller);
      const prefix = `${caller}/`;
      const called = this.elementAt(caller);
      const chart = called?.type === 'sub-interaction' ? this.charts.get(called.interaction) : undefined;
      if (!chart) throw new Error(`Nothing is called by ${caller}`);
      // Its variables are as they were, where it was not called anew and ended since.
      this.world.frames[prefix] ??= { ...this.newFrame(prefix, chart, {}, this.visit.n), values: {} };
      const { id: interaction } = chart.interaction;
      this.tell({ kind: 'sub-started', n: this.visit.n, element: caller, interaction, variables: {}, again: true });
    }
    this.#visit(path);
    this.from = from;
    this.asked = [];
    this.problems = [];
    if (++this.#steps > LIMITS.stepsWithoutWait) this.fail('engine.too-many-steps');
    if (this.#visits > LIMITS.visits) this.fail('engine.too-many-visits');
    enter(this, this.element);
  }

  #visit(path: string): undefined {
    const n = ++this.#visits;
    this.at = path;
    this.open.push({ n, path, enteredAt: this.now, pausedFor: 0 });
    this.trail = [...this.trail, { n, path, isPage: this.isPage(path), before: copy(this.world) }].slice(-LIMITS.trail);
    this.tell({ kind: 'element-entered', n: this.#visits, element: path, at: this.now });
  }

  /** The visit at hand is over. */
  left(exit: string, to: string | null, more: { through?: string; passed?: true } = {}, spent: Spent = {}): undefined {
    const visit = this.open.pop();
    if (!visit) throw new Error('Nothing to leave');
    const paused = this.pausedAt === undefined ? 0 : Math.max(0, this.now - Math.max(this.pausedAt, visit.enteredAt));
    const passed = Math.max(0, this.now - visit.enteredAt - visit.pausedFor - paused);
    const active = Math.round(Math.min(Math.max(0, spent.active ?? passed), passed));
    const idle = Math.round(Math.min(Math.max(0, spent.idle ?? passed - active), passed - active));
    this.tell({
      kind: 'element-left',
      n: visit.n,
      element: visit.path,
      at: this.now,
      exit,
      ...more,
      to,
      active,
      idle,
    });
  }

  /** Every visit that is open is over, the innermost first. */
  leftAll(exit: string, to: string | null, spent: Spent, keep = 0): undefined {
    for (let inner = true; this.open.length > keep; inner = false) this.left(exit, to, {}, inner ? spent : {});
  }

  /** Goes on by an exit. */
  leave(exit: string, { option, passed, unconnected = 'completed', spent = {} }: Leaving = {}): undefined {
    const { path } = this.visit;
    const to = option ?? this.chart.leads(idOf(path), exit)[0];
    const how = passed ? { passed } : {};
    if (to === undefined && unconnected === 'problem') this.fail('engine.exit-not-connected', spent);
    if (path === this.step.path) this.#gonePast(path);
    if (passed && this.step.n === this.visit.n && !this.step.sets) this.trail = this.trail.slice(0, -1);
    if (to !== undefined) {
      const target = prefixOf(path) + to;
      this.left(exit, target, how, spent);
      this.come(target, path);
      return;
    }
    const isAside = callersOf(path).length === 0 && unconnected === 'completed';
    const back = isAside ? this.world.returns.pop() : undefined;
    if (back !== undefined) {
      this.left('jump', back, { through: exit, ...how }, spent);
      this.tell({ kind: 'returned', at: this.now, to: back });
      this.come(back);
      return;
    }
    this.left('end', null, { through: exit, ...how }, spent);
    this.finished(path, unconnected);
  }

  /** Takes an answer and goes on by it. */
  leaveWith(taken: Extract<Accepted, { ok: true }>, spent: Spent, sets: () => void = () => {}): undefined {
    const { value, shown, isSecret, variable } = taken;
    const given = value === undefined || isSecret ? {} : { answer: value };
    if (value !== undefined) {
      this.tell({ kind: 'answer-given', n: this.visit.n, element: this.at, ...given });
      Object.assign(this.step, given, { shown });
    }
    if (variable !== undefined) this.set(variable, value);
    sets();
    this.leave(taken.exit, {
      ...(taken.option === undefined ? {} : { option: taken.option }),
      unconnected: taken.exit === 'choices' ? 'problem' : 'completed',
      spent,
    });
  }

  /** What lay ahead here lies behind now. */
  #gonePast(path: string): undefined {
    delete this.turnedDown[path];
    const first = this.ahead.findIndex((page) => page.path === path);
    if (first >= 0) this.ahead.splice(first, 1);
  }

  /** The Interaction at hand is over. */
  finished(path: string, outcome: string): undefined {
    const caller = callersOf(path).at(-1);
    if (caller !== undefined) {
      this.tell({ kind: 'sub-ended', n: this.visit.n, element: caller, outcome });
      const result = copy(this.frame(prefixOf(path)).values);
      this.#forget(prefixOf(path));
      this.at = caller;
      this.#returned(outcome, result);
      return;
    }
    this.status = 'ended';
    this.outcome = outcome;
    this.tell({ kind: 'ended', at: this.now, element: path, outcome });
    throw new Over();
  }

  #returned(outcome: string, result: JsonObject): undefined {
    const element = this.element;
    if (element.type !== 'sub-interaction') throw new Error('Nobody called');
    const made = element.outputs.map(({ variable, value }) => ({
      variable,
      source: value,
      value: this.value(value, { result, outcome }).value,
    }));
    for (const { variable, source, value } of made) this.set(variable, value, source);
    const way = element.outcomes.find((each) => each.outcome === outcome);
    const unconnected = element.outcomes.length === 0 ? 'completed' : 'problem';
    this.leave(way?.id ?? 'otherwise', { unconnected });
  }

  /** What was known of a called Interaction, and of those that it called, is gone. */
  #forget(prefix: string): undefined {
    for (const other of Object.keys(this.world.frames)) if (other.startsWith(prefix)) delete this.world.frames[other];
  }

  call(interaction: string, given: JsonObject): undefined {
    const chart = this.charts.get(interaction);
    const start = chart?.interaction.start;
    const path = this.at;
    if (!chart || start === undefined) this.fail('engine.sub-missing');
    if (callersOf(path).length >= LIMITS.callDepth) this.fail('engine.too-deep');
    for (const [key, value] of Object.entries(given)) {
      // The drawings hand over texts and numbers; as at a start, a value has to be what its variable holds.
      const { kind } = chart?.scope[key] ?? { kind: 'any' };
      if (typeof value !== (kind === 'number' ? 'number' : 'string')) this.fail('engine.sub-input');
    }
    const prefix = `${path}/`;
    this.#forget(prefix);
    const frame = this.newFrame(prefix, chart as Chart, given, this.visit.n);
    this.world.frames[prefix] = frame;
    if (Object.keys(frame.values).length > 0) this.step.sets = true;
    this.tell({ kind: 'sub-started', n: this.visit.n, element: path, interaction, variables: copy(frame.values) });
    this.come(prefix + start);
  }

  fail(code: string, spent: Spent = {}): never {
    const path = this.at;
    this.leftAll('failed', null, spent);
    this.status = 'failed';
    this.outcome = 'failed';
    this.error = code;
    this.tell({ kind: 'failed', at: this.now, element: path, code });
    throw new Over();
  }

  finish(outcome: string): undefined {
    const path = this.at;
    this.#gonePast(path);
    if (!this.step.sets) this.trail = this.trail.slice(0, -1);
    this.left('end', null, { passed: true });
    this.finished(path, outcome);
  }

  ask(
    kind: string,
    { holds = true, ...more }: { holds?: boolean; button?: string; answer?: Json; until?: number } = {},
  ): undefined {
    const id = `e${++this.#effects}`;
    const asked: Asked = { id, kind, since: this.now, holds, ...more };
    if (holds || (kind === 'call' && more.button !== undefined)) this.asked.push(asked);
    const { button, answer } = more;
    this.tell({
      kind: 'effect-requested',
      n: this.visit.n,
      element: this.at,
      at: this.now,
      effect: id,
      asks: kind,
      holds,
      ...(button === undefined ? {} : { button }),
      ...(answer === undefined ? {} : { answer }),
      ...(more.until === undefined ? {} : { until: more.until }),
    });
  }

  handOver(): undefined {
    this.#handedOver = true;
  }

  inStep(act: () => void): undefined {
    this.#steps = 0;
    this.#handedOver = false;
    try {
      act();
      if (this.#handedOver && this.status === 'waiting') this.pause();
    } catch (thrown) {
      if (thrown instanceof Forgotten) this.inStep(() => this.#askAgain(thrown.key));
      else if (!(thrown instanceof Over)) throw thrown;
    }
  }

  /** Asks again for a secret that memory has lost. */
  #askAgain(key: string): undefined {
    const path = this.frame(prefixOf(key)).secrets[idOf(key)];
    if (path === undefined) throw new Error(`Nobody asked for ${key}`);
    this.jump(path, { again: true });
  }

  /**
   * Leaves what is not common to both places, and comes to the other.
   *
   * @param then the world at the other place, where somebody goes back: a call that began later is not common to both
   */
  moveTo(path: string, exit: string, spent: Spent, between: () => void, then = this.world): undefined {
    const began = ({ frames }: World, caller: string) => frames[`${caller}/`]?.began;
    const callers = callersOf(path);
    const apart = callers.findIndex(
      (caller, index) => this.open[index]?.path !== caller || began(this.world, caller) !== began(then, caller),
    );
    const shared = apart < 0 ? callers.length : apart;
    this.leftAll(exit, path, spent, Math.min(shared, this.open.length - 1));
    between();
    this.come(path);
  }

  jump(to: string, how: { from?: string; again?: true }, spent: Spent = {}): undefined {
    this.moveTo(to, 'jump', spent, () => {
      if (how.from !== undefined) this.world.returns = [...this.world.returns, how.from].slice(-LIMITS.returns);
      this.tell({ kind: 'jumped', at: this.now, to, ...how });
    });
  }

  pause(reason?: string): undefined {
    this.status = 'paused';
    this.pausedAt = this.now;
    this.tell({ kind: 'paused', at: this.now, ...(reason === undefined ? {} : { reason }) });
  }

  /** Stands at the same page in a visit of its own; it was not passed. */
  comeAgain(path: string): undefined {
    const { before } = this.step;
    this.trail = this.trail.slice(0, -1);
    this.come(path);
    this.trail = [...this.trail.slice(0, -1), { ...this.step, before }];
  }
}

export interface Spent {
  readonly active?: number;
  readonly idle?: number;
}

export interface Leaving {
  readonly option?: string;
  readonly passed?: true;
  readonly unconnected?: string;
  readonly spent?: Spent;
}
