import * as z from 'zod';
import { type EnterOutcome, type Exit, elementType, type RunContext } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import { ID_PATTERN } from '#prelude/ids.ts';

const rule = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  label: setting(z.string().max(200), { widget: 'line', label: 'Name of the way out' }),
  when: setting(z.string().max(10_000), { widget: 'expression', label: 'When', expects: { kind: 'boolean' } }),
});

const settings = z.strictObject({
  rules: z.array(rule).max(200),
});

export type DecisionSettings = z.infer<typeof settings>;

const OTHERWISE: Exit = { name: 'otherwise', label: 'Otherwise', connectors: 'one', unconnected: 'problem' };

export const decision = elementType<DecisionSettings>({
  type: 'decision',
  version: 1,
  migrations: [],
  title: 'Decision',
  description: 'Goes on by the first rule that is true, else by otherwise. Nobody sees it.',
  icon: 'split',
  group: 'logic',
  letter: 'd',
  settings,
  defaults: () => ({ rules: [{ id: 'rule_1', label: 'Rule 1', when: '' }] }),
  exits: ({ rules }) => [
    ...rules.map(({ id, label }): Exit => ({ name: id, label, connectors: 'one', unconnected: 'problem' })),
    OTHERWISE,
  ],
  summary: ({ rules }) => rules.map(({ label, when }) => label || when).join(' · '),
  texts: () => [],
  expressions: ({ rules }) =>
    rules.map(({ label, when }, index) => ({
      path: `rules.${index}.when`,
      source: when,
      expects: { kind: 'boolean' },
      label: label || `Rule ${index + 1}`,
    })),
  makes: () => [],
  writes: () => [],
  problems: ({ rules }) => {
    const repeated = rules.findIndex(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
    return [
      ...(rules.length === 0
        ? [
            {
              code: 'decision.no-rules',
              severity: 'warning' as const,
              path: 'rules',
              message: 'The decision has no rules, so it always goes on by otherwise; add a rule',
            },
          ]
        : []),
      ...(repeated >= 0
        ? [
            {
              code: 'decision.same-rule-twice',
              severity: 'error' as const,
              path: `rules.${repeated}.id`,
              message: `Two rules share the id “${rules[repeated]?.id}”; remove one`,
            },
          ]
        : []),
    ];
  },
  domain: () => ({ samples: [] }),
  enter: (chosen, context) => decide(chosen, context),
});

/** The first rule that is true leads on; null and errors of a run are not true. */
function decide({ rules }: DecisionSettings, context: RunContext): EnterOutcome {
  for (const { id, label, when } of rules) {
    const { value, error } = context.evaluate(when);
    if (error && FATAL.has(error.code)) {
      return { do: 'fail', code: error.code, message: `The rule “${label}” cannot be read: ${error.message}` };
    }
    if (value === true) {
      return { do: 'leave', exit: id, why: { by: id, expression: when, read: context.readsOf(when) } };
    }
  }
  const read = Object.assign({}, ...rules.map(({ when }) => context.readsOf(when)));
  return { do: 'leave', exit: OTHERWISE.name, why: { by: OTHERWISE.name, read } };
}

/** Faults of the rule itself, which no values could mend: better to stop than to decide by a rule that nobody can read. */
const FATAL = new Set(['expression.syntax', 'expression.budget', 'expression.too-long', 'expression.too-deep']);
