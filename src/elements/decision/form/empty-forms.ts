import type { DecisionSettings } from '../settings.ts';
import type { Subject } from './subjects.ts';

type Logic = DecisionSettings['logic'];

/** Whether nothing has been written yet that could be lost. */
export function isBlank(logic: Logic): boolean {
  if (logic.form === 'rules') return logic.rules.every(({ when }) => when.trim() === '');
  const hasValues = logic.outputs.length > 0;
  return !hasValues && logic.rules.every(({ when, note }) => Object.keys(when).length === 0 && note === undefined);
}

/** The other form with nothing in it but the ways out, which keep their connectors. */
export function emptyOfForm(form: Logic['form'], logic: Logic, subjects: readonly Subject[]): Logic {
  const exits = (logic.form === 'rules' ? logic.rules : logic.exits).map(({ id, label }) => ({ id, label }));
  if (form === 'rules') return { form, rules: exits.map((exit) => ({ ...exit, when: '' })) };
  const [first] = subjects;
  return {
    form,
    hitPolicy: 'first',
    inputs: first ? [{ id: 'column_1', label: '', expression: first.path }] : [],
    outputs: [],
    exits,
    rules: exits.map(({ id }, index) => ({ id: `row_${index + 1}`, when: {}, exit: id })),
  };
}
