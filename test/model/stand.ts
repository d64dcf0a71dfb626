import type { Evaluation } from '#expressions/expression.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { Chart, type Drawn } from './drawn.ts';
import { evaluate, Forgotten, namesIn } from './values.ts';
import {
  type Asked,
  callersOf,
  type Frame,
  idOf,
  type Open,
  type Passed,
  prefixOf,
  type Told,
  type World,
} from './world.ts';

/** What holds around a session, whatever happens in it. */
export interface Surroundings {
  /** The one that it begins in. */
  readonly language: string;
  readonly client: string;
  readonly agent: JsonObject;
  /** Of the account, by key. */
  readonly values: JsonObject;
  readonly timeZone: string;
}

type Status = 'waiting' | 'paused' | 'ended' | 'failed';

/** Where a session stands: one plain object that is changed as it goes, and what can be read off it. */
export class Stand {
  readonly charts: ReadonlyMap<string, Chart>;
  readonly top: Chart;
  told: Told[] = [];
  now: number;
  status: Status = 'waiting';
  language: string;
  readonly surroundings: Surroundings;
  readonly startedAt: number;
  world: World;
  open: Open[] = [];
  trail: Passed[] = [];
  ahead: { readonly path: string; readonly answer?: Json }[] = [];
  asked: Asked[] = [];
  problems: readonly string[] = [];
  /** The last answer of each page that was turned down, until another one is taken. */
  turnedDown: { [path: string]: Json } = {};
  notes: { n: number; element: string; text: string; at: number }[] = [];
  memory: { [key: string]: Json } = {};
  outcome: string | undefined;
  error: string | undefined;
  at = '';
  pausedAt: number | undefined;
  /** The element that the walk has just come from by a connector. */
  from: string | undefined;

  constructor(interactions: readonly Interaction[], now: number, surroundings: Surroundings) {
    const charts = interactions.map((interaction): [string, Chart] => [interaction.id, new Chart(interaction)]);
    this.charts = new Map(charts);
    const top = charts[0]?.[1];
    if (!top) throw new Error('Nothing to run');
    this.top = top;
    this.now = now;
    this.startedAt = now;
    this.surroundings = surroundings;
    this.language = surroundings.language;
    this.world = { frames: { '': this.newFrame('', top, {}) }, returns: [] };
  }

  newFrame(prefix: string, chart: Chart, given: JsonObject, began = 0): Frame {
    const values: { [key: string]: Json } = {};
    for (const [key, variable] of Object.entries(chart.interaction.variables)) {
      if (variable.default !== undefined) values[key] = variable.default;
    }
    for (const [key, value] of Object.entries(given)) {
      if (value !== undefined && Object.hasOwn(chart.interaction.variables, key)) values[key] = value;
    }
    return { prefix, interaction: chart.interaction.id, began, values, secrets: {}, loops: {} };
  }

  frame(prefix: string): Frame {
    const frame = this.world.frames[prefix];
    if (!frame) throw new Error(`No frame ${prefix}`);
    return frame;
  }

  chartAt(path: string): Chart | undefined {
    let chart: Chart | undefined = this.top;
    for (const caller of callersOf(path)) {
      const element: Drawn | undefined = chart?.element(idOf(caller));
      chart = element?.type === 'sub-interaction' ? this.charts.get(element.interaction) : undefined;
    }
    return chart;
  }

  elementAt(path: string): Drawn | undefined {
    return this.chartAt(path)?.element(idOf(path));
  }

  get element(): Drawn {
    const element = this.elementAt(this.at);
    if (!element) throw new Error(`No element ${this.at}`);
    return element;
  }

  get chart(): Chart {
    const chart = this.chartAt(this.at);
    if (!chart) throw new Error(`No chart of ${this.at}`);
    return chart;
  }

  get visit(): Open {
    const visit = this.open.at(-1);
    if (!visit) throw new Error('Nothing is open');
    return visit;
  }

  isSecret(variable: string): boolean {
    return this.chart.isSecret(variable) || Object.hasOwn(this.frame(prefixOf(this.at)).secrets, variable);
  }

  secretsIn(source: string): readonly string[] {
    return namesIn(source, this.chart.scope).filter((name) => this.isSecret(name));
  }

  /** The value of an expression here. What a secret holds is looked up in memory. */
  value(source: string, beside: JsonObject = {}, shows = false): Evaluation {
    const { prefix, values, secrets } = this.frame(prefixOf(this.at));
    const held: { [variable: string]: Json } = {};
    for (const variable of shows ? [] : Object.keys(secrets)) {
      const value = this.memory[prefix + variable];
      const isNeeded = namesIn(source, this.chart.scope).includes(variable) && !Object.hasOwn(beside, variable);
      if (value === undefined && isNeeded) throw new Forgotten(prefix + variable);
      if (value !== undefined) held[variable] = value;
    }
    return evaluate(
      source,
      this.chart.scope,
      { ...this.builtIn, ...values, ...held, ...beside },
      { now: shows ? this.visit.enteredAt : this.now, timeZone: this.surroundings.timeZone },
    );
  }

  /** What every Interaction may read beside its variables. */
  get builtIn(): JsonObject {
    const { client, agent, values } = this.surroundings;
    return { client, agent, values, language: this.language };
  }

  isPage(path: string): boolean {
    return ['statement', 'question'].includes(this.elementAt(path)?.type ?? '');
  }

  /** The element at hand, as the last on the way. */
  get step(): Passed {
    const step = this.trail.at(-1);
    if (!step) throw new Error('Nowhere');
    return step;
  }

  /** What stands in the field of the page at hand. */
  get earlier(): Json | undefined {
    return this.turnedDown[this.at] ?? this.ahead.find(({ path }) => path === this.at)?.answer;
  }

  tell(event: Told): undefined {
    this.told.push(event);
  }
}
