import type { OfferedOption, RunContext } from '#contract/element-type.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import { type Json, type JsonObject, own } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Program, ProgramElement } from './program.ts';
import { showValue } from './show-value.ts';
import type { SessionState } from './state.ts';

/** The part of a state that an element may look at. */
export type Seen = Pick<SessionState, 'language' | 'variables' | 'context' | 'answers'>;

/** What an element sees of the run at this moment. */
export function runContext(program: Program, node: ProgramElement, seen: Seen, now: Instant): RunContext {
  const { language } = seen;
  const values = valuesOf(seen);
  const showSource = (source: string): string => {
    const name = source.trim();
    const { value } = context.evaluate(source);
    return showValue(value, program.scope[name] ?? { kind: 'any' }, language, (option) =>
      program.label(name, option, language),
    );
  };
  const textOf = (text: LocalizedText) => program.text(textIn(text, language, program.sourceLanguage));
  const context: RunContext = {
    element: node.id,
    language,
    now,
    variables: seen.variables,
    suggestion: Object.hasOwn(seen.answers, node.id) ? seen.answers[node.id] : undefined,
    options: (exit) => offered(program, node, exit, context),
    evaluate: (source) => program.expression(source).evaluate(values, now),
    readsOf: (source) => readValues(program.expression(source).reads, values),
    text: (text) => textOf(text).tree(showSource),
    words: (text) => textOf(text).words(showSource),
    show: (value, type) => showValue(value, type, language, () => undefined),
  };
  return context;
}

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

/** The options connected to an exit that are to be shown now, in their order. */
function offered(program: Program, node: ProgramElement, exit: string, context: RunContext): OfferedOption[] {
  const options: OfferedOption[] = [];
  for (const id of node.exits.get(exit)?.to ?? []) {
    const target = program.elements.get(id);
    const face = target?.type.option?.(target.settings);
    if (!target || !face) continue;
    if (face.shownWhen && context.evaluate(face.shownWhen).value !== true) continue;
    options.push({
      element: id,
      value: face.value,
      label: context.words(face.label),
      ...(face.image ? { image: face.image } : {}),
      ...(face.heading ? { heading: context.words(face.heading) } : {}),
    });
  }
  return options;
}
