import type { PagePart } from '#contract/page.ts';
import { type Compiled, compileExpression, parseExpression } from '#expressions/expression.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import { shownSection } from './shown-fields.ts';
import { shownValues } from './shown-values.ts';

/** Tells which conditions of a page are true with what stands in its fields. */
export type LiveConditions = (answers: JsonObject, now: Instant) => ReadonlySet<string>;

/**
 * The conditions of a page, compiled: they decide at once what is shown, while answers are typed. Whoever takes the
 * answers decides again by the same rules, so that nothing hangs on what a browser thinks.
 */
export function liveConditions(part: PagePart): LiveConditions {
  const scope = (part.types ?? {}) as unknown as Scope;
  const compiled = new Map<string, Compiled>();
  for (const source of conditionsIn(part)) {
    const parsed = parseExpression(source);
    if (parsed.ok) compiled.set(source, compileExpression(parsed.value, scope));
  }
  const sources = conditionsIn(part);
  const { timeZone } = part;
  const untrueWith = (values: JsonObject, now: Instant) => {
    const context = timeZone === undefined ? { now } : { now, timeZone };
    return new Set([...sources].filter((source) => compiled.get(source)?.evaluate(values, context).value !== true));
  };
  return (answers, now) => {
    const given = { ...part.values, ...answers };
    return untrueWith(
      shownValues(given, (values) => hiddenFields(part, untrueWith(values, now))),
      now,
    );
  };
}

function hiddenFields(part: PagePart, untrue: ReadonlySet<string>): readonly string[] {
  const shown = (part.sections ?? []).flatMap((section) => shownSection(section, part, untrue)?.items ?? []);
  const names = new Set(shown.flatMap((item) => ('text' in item ? [] : [item.field])));
  return part.fields.flatMap(({ name }) => (names.has(name) ? [] : [name]));
}

/** Every condition that a page names, once. */
function conditionsIn({ fields, sections = [] }: PagePart): ReadonlySet<string> {
  const named = [
    ...fields.flatMap(({ shownWhen, requiredWhen }) => [shownWhen, requiredWhen]),
    ...sections.flatMap(({ shownWhen, items }) => [
      shownWhen,
      ...items.map((item) => ('text' in item ? item.shownWhen : undefined)),
    ]),
  ];
  return new Set(named.filter((source) => source !== undefined));
}
