import * as z from 'zod';
import { type Exit, elementType } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { call, comeBack, RESULT_SCOPE } from './call.ts';
import { subProblems } from './sub-problems.ts';

const expression = z.string().max(LIMITS.expressionLength);

const input = z.strictObject({
  variable: setting(z.string().regex(ID_PATTERN), {
    widget: 'line',
    label: 'Its variable',
    help: 'A variable of the other Interaction.',
  }),
  value: setting(expression, { widget: 'expression', label: 'Begins as' }),
});

const output = z.strictObject({
  variable: setting(z.string().regex(ID_PATTERN), { widget: 'variable', label: 'Variable' }),
  value: setting(expression, {
    widget: 'expression',
    label: 'Becomes',
    help: 'Its variables are called result: result.verified. How it ended is called outcome.',
    adds: RESULT_SCOPE,
  }),
});

const outcome = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  outcome: setting(z.string().min(1).max(100), {
    widget: 'line',
    label: 'Outcome',
    help: 'As an End element of the other Interaction writes it, or completed.',
  }),
  label: setting(z.string().max(200), { widget: 'line', label: 'Name of the way out' }),
});

const settings = z.strictObject({
  interaction: setting(z.string().regex(new RegExp(`^$|${ID_PATTERN.source}`), 'an Interaction is named by its id'), {
    widget: 'interaction',
    label: 'Interaction',
    help: 'It runs here as if it were drawn here, then the run goes on.',
  }),
  outcomes: setting(z.array(outcome).max(50), {
    widget: 'rows',
    label: 'Ways out',
    help: 'Outcomes that lead to places of their own. Every other one leads on by Otherwise.',
    add: 'Add way out',
    row: 'Way out',
  }),
  inputs: setting(z.array(input).max(100), {
    widget: 'rows',
    label: 'Inputs',
    help: 'What the other Interaction is told.',
    add: 'Add input',
    row: 'Input',
  }),
  outputs: setting(z.array(output).max(100), {
    widget: 'rows',
    label: 'Outputs',
    help: 'What is kept of what it found out.',
    add: 'Add output',
    row: 'Output',
  }),
});

export type SubSettings = z.infer<typeof settings>;

export const subInteraction = elementType<SubSettings>({
  type: 'sub-interaction',
  version: 1,
  migrations: [],
  title: 'Sub-Interaction',
  description: 'Runs another Interaction of the account and goes on by how it ended.',
  icon: 'workflow',
  group: 'logic',
  letter: 'u',
  settings,
  defaults: () => ({ interaction: '', outcomes: [], inputs: [], outputs: [] }),
  exits: ({ outcomes }) => [
    ...outcomes.map(
      ({ id, outcome: name, label }): Exit => ({
        name: id,
        label: label || name,
        connectors: 'one',
        unconnected: 'problem',
      }),
    ),
    outcomes.length === 0 ? ONLY_WAY : OTHERWISE,
  ],
  summary: ({ interaction }) => interaction,
  texts: () => [],
  expressions: ({ inputs, outputs }) => [
    ...inputs.map(({ variable, value }, index) => ({
      path: `inputs.${index}.value`,
      source: value,
      label: variable,
      secrets: 'refused' as const,
    })),
    ...outputs.map(({ variable, value }, index) => ({
      path: `outputs.${index}.value`,
      source: value,
      adds: RESULT_SCOPE,
      sets: { variable },
      label: variable,
    })),
  ],
  makes: () => [],
  writes: ({ outputs }) => outputs.map(({ variable }) => variable),
  references: ({ interaction }) =>
    interaction === '' ? [] : [{ kind: 'interaction', key: interaction, path: 'interaction' }],
  problems: subProblems,
  domain: () => ({ samples: [] }),
  waits: () => true,
  enter: call,
  returned: comeBack,
});

const OTHERWISE: Exit = { name: 'otherwise', label: 'Otherwise', connectors: 'one', unconnected: 'problem' };
const ONLY_WAY: Exit = { name: 'otherwise', label: 'Next', connectors: 'one', unconnected: 'ends-completed' };
