import * as z from 'zod';
import { setting } from '#contract/setting.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { checkTable } from './table-schema-check.ts';

const id = z.string().regex(ID_PATTERN);
const name = (label: string) => setting(z.string().max(200), { widget: 'line', label });

const rule = z.strictObject({
  id,
  label: name('Name of the way out'),
  when: setting(z.string().max(LIMITS.expressionLength), {
    widget: 'expression',
    label: 'When',
    expects: { kind: 'boolean' },
  }),
});

const rules = z.strictObject({
  form: z.literal('rules'),
  rules: z.array(rule).max(LIMITS.decisionRules),
});

/** Short enough that a cell and the question of its column make one expression. */
const cell = z.string().max(2_000);

const input = z.strictObject({
  id,
  label: name('Name of the column'),
  expression: setting(z.string().max(5_000), { widget: 'expression', label: 'Asks for' }),
});

const output = z.strictObject({
  id,
  variable: setting(id, { widget: 'variable', label: 'Sets' }),
  otherwise: setting(cell.optional(), { widget: 'expression', label: 'Value where no row is taken' }),
});

const row = z.strictObject({
  id,
  when: setting(z.record(id, cell), { widget: 'text', label: 'Tests, by column' }),
  exit: setting(id, { widget: 'line', label: 'Leads to' }),
  set: setting(z.record(id, cell).optional(), { widget: 'text', label: 'Values, by column' }),
  note: setting(z.string().max(500).optional(), { widget: 'line', label: 'Note' }),
});

export const HIT_POLICIES = ['unique', 'first', 'any', 'priority'] as const;

const table = z
  .strictObject({
    form: z.literal('table'),
    hitPolicy: setting(z.enum(HIT_POLICIES), {
      widget: 'select',
      label: 'Where several rows match',
      options: [
        { value: 'unique', label: 'Stop: only one may match' },
        { value: 'first', label: 'Take the first' },
        { value: 'any', label: 'Take any: all must say the same' },
        { value: 'priority', label: 'Take the one whose way out stands first' },
      ],
    }),
    inputs: z.array(input).max(LIMITS.decisionColumns),
    outputs: z.array(output).max(LIMITS.decisionColumns),
    exits: z.array(z.strictObject({ id, label: name('Name of the way out') })).max(LIMITS.decisionRules),
    rules: z.array(row).max(LIMITS.decisionRules),
  })
  .superRefine(checkTable);

export const settings = z.strictObject({ logic: z.discriminatedUnion('form', [rules, table]) });

export type DecisionSettings = z.infer<typeof settings>;
export type RulesLogic = z.infer<typeof rules>;
export type Rule = RulesLogic['rules'][number];
export type TableLogic = z.infer<typeof table>;
export type TableRow = TableLogic['rules'][number];
export type TableInput = TableLogic['inputs'][number];
export type TableOutput = TableLogic['outputs'][number];
export type HitPolicy = TableLogic['hitPolicy'];
