import type { EnterOutcome, ExpressionPlace, RunContext, SettingsProblem } from '#contract/element-type.ts';
import { OTHERWISE } from './otherwise.ts';
import type { Rule, RulesLogic } from './settings.ts';
import { failOf } from './unreadable.ts';

/** The first rule that is true leads on; null and errors of a run are not true. */
export function decideByRules({ rules }: RulesLogic, context: RunContext): EnterOutcome {
  for (const [index, rule] of rules.entries()) {
    const { id, when } = rule;
    const { value, error } = context.evaluate(when);
    const fail = failOf(`The rule “${nameOfRule(rule, index)}”`, error);
    if (fail) return fail;
    if (value === true) {
      return { do: 'leave', exit: id, why: { by: id, expression: when, read: context.readsOf(when) } };
    }
  }
  const read = Object.assign({}, ...rules.map(({ when }) => context.readsOf(when)));
  return { do: 'leave', exit: OTHERWISE.name, why: { by: OTHERWISE.name, read } };
}

export function placesOfRules({ rules }: RulesLogic): readonly ExpressionPlace[] {
  return rules.map((rule, index) => ({
    path: `logic.rules.${index}.when`,
    source: rule.when,
    expects: { kind: 'boolean' },
    label: nameOfRule(rule, index),
  }));
}

export function nameOfRule({ label }: Rule, index: number): string {
  return label || `Rule ${index + 1}`;
}

export function problemsOfRules({ rules }: RulesLogic): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (rules.length === 0) {
    const message = 'The decision has no rules, so it always goes on by otherwise; add a rule';
    problems.push({ code: 'decision.no-rules', severity: 'warning', path: 'logic.rules', message });
  }
  const seen = new Set([OTHERWISE.name]);
  for (const [index, { id }] of rules.entries()) {
    const path = `logic.rules.${index}.id`;
    const message = `The id “${id}” stands twice among the ways out; remove one of the rules`;
    if (seen.has(id)) problems.push({ code: 'decision.same-rule-twice', severity: 'error', path, message });
    seen.add(id);
  }
  return problems;
}
