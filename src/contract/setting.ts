import type * as z from 'zod';
import type { Scope, ValueType } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';

/** How a setting is edited where the form is made from the schema. */
export type Widget =
  | { readonly widget: 'line' }
  | { readonly widget: 'text' }
  | { readonly widget: 'localized-line' }
  /** `formatted`: Markdown, for which the field has buttons. */
  | { readonly widget: 'localized-text'; readonly formatted?: true }
  /** A text for machines, such as an address, with values in braces. */
  | { readonly widget: 'template' }
  | { readonly widget: 'number' }
  | { readonly widget: 'switch' }
  | { readonly widget: 'select'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  /** Any number of options: a list of their values. */
  | { readonly widget: 'many'; readonly options: readonly { readonly value: string; readonly label: string }[] }
  /** A list of short words, typed with commas between them. */
  | { readonly widget: 'words' }
  | { readonly widget: 'duration' }
  | { readonly widget: 'date' }
  | { readonly widget: 'variable'; readonly types?: readonly Exclude<ValueType['kind'], 'any' | 'null'>[] }
  | {
      readonly widget: 'expression';
      readonly expects?: ValueType;
      /** Names that only this expression may use beside those of the Interaction, such as `item`. */
      readonly adds?: Scope;
      /** A plain name is a field of what it is asked of, and no expression. */
      readonly namesFields?: true;
    }
  /** One of the outcomes that the account keeps. */
  | { readonly widget: 'outcome' }
  | { readonly widget: 'color' }
  /** A connection of the account, by its key. */
  | { readonly widget: 'connection' }
  /** Another Interaction of the account, by its id. */
  | { readonly widget: 'interaction' }
  /** A team of the account, by its key. */
  | { readonly widget: 'team' }
  /** Any value, written as JSON. */
  | { readonly widget: 'json' }
  /** A list of objects. `add` is what its button says, `row` what one of them is called; each has an `id` if its schema does. */
  | { readonly widget: 'rows'; readonly add: string; readonly row: string }
  /** One of several objects, told apart by `kind`, with what each begins with. */
  | {
      readonly widget: 'one-of';
      readonly options: readonly { readonly value: string; readonly label: string; readonly first: JsonObject }[];
    };

/** What the settings form, the JSON Schema and the reference page say of one setting. */
export type SettingFace = Widget & {
  readonly label: string;
  readonly help?: string;
  /** The tab of the settings panel it stands on; General when left out. */
  readonly tab?: 'Answer' | 'Choices' | 'Exits' | 'Settings';
  /** Shown only when the sibling setting has this value. */
  readonly shownWhen?: { readonly setting: string; readonly is: string | boolean };
};

const faces = new WeakMap<z.ZodType, SettingFace>();

/** Says how a setting looks to people. Title and description also reach the JSON Schema. */
export function setting<T extends z.ZodType>(schema: T, face: SettingFace): T {
  const described = schema.meta({ title: face.label, ...(face.help ? { description: face.help } : {}) }) as T;
  faces.set(described, face);
  return described;
}

/** The face given by {@link setting}, which must be outermost; undefined for a bare schema. */
export function faceOf(schema: z.ZodType): SettingFace | undefined {
  return faces.get(schema);
}
