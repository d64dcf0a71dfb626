import type { FunctionDefinition } from './functions/definition.ts';
import { signatures } from './functions/signature.ts';
import { FUNCTIONS } from './functions/table.ts';
import { propertiesOf } from './types/properties-of.ts';
import type { StaticType } from './types/static-type.ts';
import { typeName } from './types/type-relations.ts';
import type { Scope } from './value-type.ts';

/** Something that could stand at the cursor. */
export interface Completion {
  readonly kind: 'variable' | 'field' | 'function';
  /** What is shown, and searched by what was typed. */
  readonly label: string;
  /** What is written in place of what was typed. */
  readonly insert: string;
  /** The type of a variable or field, or how a function is called. */
  readonly detail: string;
  readonly help?: string;
}

export interface Completions {
  /** The stretch of the source that a completion replaces. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Completion[];
}

const MOST_OPTIONS = 50;

/**
 * What could be written at a place of an expression: behind a period the fields of what stands before it, elsewhere
 * variables, then functions. Works on texts that are not finished, so it looks at the words before the cursor only.
 */
export function completionsAt(source: string, at: number, scope: Scope): Completions {
  const before = source.slice(0, at);
  if (isInText(before)) return { from: at, to: at, options: [] };
  const path = /((?:[A-Za-z_]\w*\s*\.\s*)+)(\w*)$/.exec(before);
  if (path) {
    const [, owner = '', typed = ''] = path;
    const type = typeOfPath(
      owner
        .split('.')
        .map((name) => name.trim())
        .slice(0, -1),
      scope,
    );
    return { from: at - typed.length, to: at, options: best(fields(type), typed) };
  }
  const begun = beginningOfFunction(before);
  if (begun !== undefined) {
    const named = FUNCTIONS.filter(({ name }) => name.startsWith(begun)).map(functionCompletion);
    return { from: at - begun.length, to: at, options: named };
  }
  const typed = /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const options = [...best(variables(scope), typed), ...best(FUNCTIONS.map(functionCompletion), typed)];
  return { from: at - typed.length, to: at, options: options.slice(0, MOST_OPTIONS) };
}

/** The first words of a function's name of several, where they stand before the cursor: `starts w`. */
function beginningOfFunction(before: string): string | undefined {
  const words = /(?:[a-z]+ )+[a-z]*$/.exec(before)?.[0] ?? '';
  for (let from = 0; from >= 0; from = nextWord(words, from)) {
    const begun = words.slice(from);
    if (begun.includes(' ') && FUNCTIONS.some(({ name }) => name.startsWith(begun))) return begun;
  }
  return undefined;
}

function nextWord(words: string, from: number): number {
  const space = words.indexOf(' ', from);
  return space < 0 || space === words.length - 1 ? -1 : space + 1;
}

/** Whether the cursor stands between quotes. */
function isInText(before: string): boolean {
  return before.replace(/"(?:[^"\\]|\\.)*"/g, '').includes('"');
}

function typeOfPath([name = '', ...rest]: readonly string[], scope: Scope): StaticType | undefined {
  let type: StaticType | undefined = Object.hasOwn(scope, name) ? scope[name] : undefined;
  for (const field of rest) type = type && propertyOf(itemOf(type), field);
  return type && itemOf(type);
}

function propertyOf(type: StaticType, name: string): StaticType | undefined {
  const properties = propertiesOf(type);
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** A path through a list goes through its items. */
function itemOf(type: StaticType): StaticType {
  return type.kind === 'list' ? itemOf(type.items) : type;
}

function fields(type: StaticType | undefined): readonly Completion[] {
  if (!type) return [];
  return Object.entries(propertiesOf(type)).map(([name, of]) => ({
    kind: 'field',
    label: name,
    insert: name,
    detail: typeName(of),
  }));
}

function variables(scope: Scope): readonly Completion[] {
  return Object.entries(scope).map(([name, type]) => ({
    kind: 'variable',
    label: name,
    insert: name,
    detail: typeName(type),
  }));
}

function functionCompletion(definition: FunctionDefinition): Completion {
  const { name, help } = definition;
  return { kind: 'function', label: name, insert: `${name}(`, detail: signatures(definition).join(' or '), help };
}

/** Those that begin with what was typed, then those with a word that does. */
function best(options: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.toLowerCase();
  const rank = ({ label }: Completion) => {
    const name = label.toLowerCase();
    if (name.startsWith(wanted)) return 0;
    return name.split(/[ _]/).some((word) => word.startsWith(wanted)) ? 1 : 2;
  };
  return options.filter((option) => rank(option) < 2).toSorted((a, b) => rank(a) - rank(b));
}
