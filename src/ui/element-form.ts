import type { ComponentType, FunctionComponent, ReactNode } from 'react';
import type * as z from 'zod';
import type { Json, JsonObject } from '#prelude/json.ts';

/** The tabs of the settings panel. */
export type SettingsTab = 'General' | 'Answer' | 'Choices' | 'Exits' | 'Settings';

/** A part of the settings of an element type that the form made from its schema cannot show well. */
export interface ElementForm<Scope = unknown> {
  /** The name of the element type. */
  readonly type: string;
  readonly tab: SettingsTab;
  /** The settings that it shows itself; the schema's form leaves them out. */
  readonly instead: readonly string[];
  readonly Form: FunctionComponent<ElementFormProps<Scope>>;
}

export interface ElementFormProps<Scope = unknown> {
  readonly settings: JsonObject;
  /** Sets one setting, or removes it where the value is undefined. The label names the edit in the history. */
  change(path: readonly string[], value: Json | undefined, label: string): void;
  /** The same as an edit of its own, which is undone by itself and called by this name: `Delete field`. */
  act(path: readonly string[], value: Json | undefined, name: string): void;
  /** Fields that know the Interaction. */
  readonly parts: FormParts<Scope>;
}

/** `Scope` are the names that expressions may use with their types, which the kit hands on without knowing them. */
export interface FormParts<Scope = unknown> {
  /** The fields made from the schema of an object that lies at this path within the settings. */
  readonly Fields: ComponentType<{
    readonly schema: z.ZodType;
    readonly at: readonly string[];
    /** Settings that somebody else shows. */
    readonly without?: readonly string[];
    /** Of which thing of several it is, for the names of edits: `field 2`. */
    readonly of?: string | undefined;
  }>;
  /** What kind of answer is asked for, and all that this kind lets one set. */
  readonly Answer: ComponentType<AnswerPartProps>;
  /** Things in an order, one of them open at a time. */
  readonly Items: ComponentType<ItemsPartProps>;
  /** FEEL text, checked while it is typed. */
  readonly Expression: ComponentType<ExpressionPartProps>;
  /** Rows that can be added, moved and removed. */
  readonly Rows: ComponentType<RowsPartProps>;
  readonly variables: readonly FormVariable[];
  /** The language that the Interaction is written in, and the one that is being edited now. */
  readonly languages: { readonly source: string; readonly shown: string };
  readonly scope: Scope;
}

export interface AnswerPartProps {
  /** Where the answer lies within the settings. */
  readonly at: readonly string[];
  readonly of?: string | undefined;
  /** Where choices come from that are not those of a list: `On the map`. */
  readonly choices: string;
  /** Settings of the answer that somebody else shows. */
  readonly without?: readonly string[];
  /** Sets the answer of another kind, where more than the answer changes with it. */
  onKind?(answer: JsonObject): void;
}

export interface ItemsPartProps {
  /** What they are together: `Fields of section 1`. */
  readonly label: string;
  readonly items: readonly FormItemPart[];
  /** What is said where there are none. */
  readonly empty: string;
  /** What can be added at the end. */
  readonly add: readonly { readonly label: string; onAdd(): void }[];
  /** Lists of one kind take things of each other that are dragged into them. */
  readonly exchange?: {
    readonly kind: string;
    /** Which of these lists it is. */
    readonly list: number;
    onTake(list: number, index: number, to: number): void;
  };
  onMove(index: number, to: number): void;
  /** The copy stands behind it. */
  onDuplicate(index: number): void;
  onRemove(index: number): void;
}

/** One of the things in an order. */
export interface FormItemPart {
  readonly name: string;
  /** What it is, in a word or two. */
  readonly note?: string | undefined;
  /** What else can be done with it. */
  readonly more?: readonly { readonly label: string; onAct(): void }[];
  body(): ReactNode;
}

export interface ExpressionPartProps {
  readonly label: string;
  readonly value: string;
  /** The kind of value it must have, such as `boolean`. */
  readonly expects?: string | undefined;
  /** Names that it may use beside those of the Interaction. */
  readonly adds?: readonly string[] | undefined;
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: string | undefined;
  /** What is wrong with the text, where it is no expression by itself; undefined where nothing is. */
  problemIn?(value: string): string | undefined;
  /** Values that are offered while typing, before names and functions. */
  readonly offers?: readonly FormOffer[] | undefined;
  onChange(value: string): void;
}

/** Something that may be written into an expression: `"gold"`, which people call Gold. */
export interface FormOffer {
  readonly insert: string;
  readonly label: string;
}

export interface RowsPartProps {
  /** What the rows are: `Rules`. */
  readonly label: string;
  readonly description?: string | undefined;
  readonly count: number;
  /** What one row is called by those who hear it: `Rule 1`. */
  nameOf(index: number): string;
  row(index: number): ReactNode;
  /** What the button says: `Add rule`. */
  readonly add: string;
  onAdd(): void;
  onRemove(index: number): void;
  onMove(index: number, to: number): void;
}

/** A variable as forms offer it. */
export interface FormVariable {
  readonly key: string;
  readonly label: string;
  readonly kind: string;
  /** What an option variable can be. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
}
