import type { ElementBase } from '#contract/element-base.ts';
import type { ScalarKind } from '#expressions/value-type.ts';
import type { ConnectorId, ElementId, ElementPath, InteractionId, VariableKey } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** The number of the file format that this code writes. Older ones are migrated on reading, newer ones refused. */
export const FORMAT = 1;

/** An Interaction as its file holds it, read and checked: {@link readInteraction} is the only way to get one from text. */
export interface Interaction {
  readonly format: typeof FORMAT;
  readonly id: InteractionId;
  readonly name: string;
  readonly description?: string;
  /** The first is the source language. */
  readonly languages: readonly [string, ...string[]];
  /** Target time of a whole session, ISO 8601. */
  readonly target?: string;
  /** Absent while the map is empty. */
  readonly start?: ElementId;
  readonly variables: { readonly [key: VariableKey]: Variable };
  readonly elements: { readonly [id: ElementId]: Element };
  readonly connectors: { readonly [id: ConnectorId]: Connector };
  readonly rules: { readonly [id: string]: JsonObject };
  readonly tests: { readonly [id: string]: InteractionTest };
  readonly comments: { readonly [id: string]: Comment };
  readonly layout: Layout;
}

export interface Variable {
  readonly type: Exclude<ScalarKind, 'any' | 'null'> | 'list' | 'record';
  readonly label: string;
  /** Personal and secret values follow their class through logs, reports and exports. */
  readonly privacy?: 'public' | 'personal' | 'secret';
  /** Reports can be cut by it. */
  readonly dimension?: boolean;
  /** May be given when a session starts. */
  readonly input?: boolean;
  readonly default?: Json;
  readonly items?: VariableShape;
  readonly fields?: { readonly [name: string]: VariableShape };
}

export type VariableShape = Pick<Variable, 'type' | 'items' | 'fields'>;

/** The base that every element has, and the settings of its type beside it. */
export type Element = ElementBase & JsonObject;

export interface Connector {
  readonly from: ElementId;
  /** The only exit of its element when left out. */
  readonly exit?: string;
  readonly to: ElementId;
  /** Fractional key: the order among connectors of one exit. */
  readonly order?: string;
}

export interface InteractionTest {
  readonly name: string;
  /**
   * What holds as the run begins, each under the name that expressions call it by: values of variables, built-in values,
   * `values` of the account, and beside them `language`, `timeZone` and `now`. See {@link readGiven}.
   */
  readonly given?: JsonObject;
  readonly answers: readonly TestAnswer[];
  /**
   * What comes of what is asked of the world outside, by element (or `element.button`): what came back, or an object
   * whose `status` says how it ended, or a list with one of these for each request. The samples where nothing is given.
   */
  readonly effects?: JsonObject;
  readonly expect: {
    readonly outcome?: string;
    readonly at?: ElementPath;
    readonly visited?: readonly ElementPath[];
    readonly variables?: JsonObject;
    /** Words that have to be seen, each on some page of the run or in the wrap-up text. */
    readonly shows?: readonly string[];
    /** Words that may not be seen, on no page of the run and not in the wrap-up text. */
    readonly hides?: readonly string[];
  };
}

export interface TestAnswer {
  /** The element that asks; within a sub-Interaction with those that called it before it: `s_identity/q_name`. */
  readonly at: ElementPath;
  readonly answer?: Json;
  /** Words that have to be seen on the page before it is answered. */
  readonly shows?: readonly string[];
  /** Words that may not be seen there. */
  readonly hides?: readonly string[];
  /** The answer has to be turned down, where it is a text with these words; the page stays for the next one. */
  readonly refused?: true | string;
}

export interface Comment {
  /** The element it is tied to; absent for the Interaction as a whole. */
  readonly element?: ElementId;
  readonly author: string;
  /** RFC 3339. */
  readonly at: string;
  readonly text: string;
  readonly resolved?: boolean;
}

export interface Layout {
  readonly positions: { readonly [id: ElementId]: readonly [number, number] };
  readonly groups?: { readonly [id: string]: { readonly name: string; readonly elements: readonly ElementId[] } };
  readonly locked?: readonly ElementId[];
}

export function emptyInteraction(id: InteractionId, name: string, language: string): Interaction {
  return {
    format: FORMAT,
    id,
    name,
    languages: [language],
    variables: {},
    elements: {},
    connectors: {},
    rules: {},
    tests: {},
    comments: {},
    layout: { positions: {} },
  };
}
