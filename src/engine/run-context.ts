import type { OfferedOption, RunContext } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import type { TextTree } from '#contract/text-tree.ts';
import type { Evaluation } from '#expressions/expression.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { ElementId } from '#prelude/ids.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { CompiledText } from './compiled-text.ts';
import { offeredOptions } from './offered-options.ts';
import type { Program, ProgramElement } from './program.ts';
import { showValue } from './show-value.ts';
import type { SessionState } from './state.ts';

/** The part of a state that an element may look at. */
export type Seen = Pick<SessionState, 'language' | 'variables' | 'context' | 'suggestions'>;

/** What an element sees of the run at this moment. */
export function runContext(program: Program, node: ProgramElement, seen: Seen, now: Instant): RunContext {
  return new Context(program, node, seen, now);
}

class Context implements RunContext {
  readonly program: Program;
  readonly node: ProgramElement;
  readonly seen: Seen;
  readonly now: Instant;

  constructor(program: Program, node: ProgramElement, seen: Seen, now: Instant) {
    this.program = program;
    this.node = node;
    this.seen = seen;
    this.now = now;
  }

  get element(): ElementId {
    return this.node.id;
  }

  get language(): string {
    return this.seen.language;
  }

  get variables(): JsonObject {
    return this.seen.variables;
  }

  get suggestion(): Json | undefined {
    return Object.hasOwn(this.seen.suggestions, this.node.id) ? this.seen.suggestions[this.node.id] : undefined;
  }

  options(exit: string): readonly OfferedOption[] {
    return offeredOptions(this.program, this.node, exit, this);
  }

  evaluate(source: string): Evaluation {
    return this.program.expression(source).evaluate(valuesOf(this.seen), this.now);
  }

  readsOf(source: string): JsonObject {
    return readValues(this.program.expression(source).reads, valuesOf(this.seen));
  }

  text(text: LocalizedText): TextTree {
    return this.textOf(text).tree((source) => this.showSource(source));
  }

  words(text: LocalizedText): string {
    const compiled = this.textOf(text);
    return compiled.plain ?? compiled.words((source) => this.showSource(source));
  }

  show(value: Json, type: ValueType): string {
    return showValue(value, type, this.language, () => undefined);
  }

  private textOf(text: LocalizedText): CompiledText {
    return this.program.text(textIn(text, this.language, this.program.sourceLanguage));
  }

  private showSource(source: string): string {
    const name = source.trim();
    const { value } = this.evaluate(source);
    const type = this.program.scope[name] ?? ANY;
    return showValue(value, type, this.language, (option) => this.program.label(name, option, this.language));
  }
}

const ANY: ValueType = { kind: 'any' };

function valuesOf(seen: Seen): JsonObject {
  for (const _key in seen.context) return { ...seen.context, ...seen.variables };
  return seen.variables;
}

function readValues(names: readonly string[], values: JsonObject): JsonObject {
  const read: { [name: string]: Json } = {};
  for (const name of names) {
    const value = own(values, name);
    if (value !== undefined) read[name] = value;
  }
  return read;
}
