import { kindOf } from '#contract/answers/answer-kinds.ts';
import type { SettingsProblem } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import { type FormField, type FormSettings, fieldsOf, type PlacedField } from './settings.ts';

/** What is wrong with a form: nothing asked, one variable asked twice, choices that are not there, and what kinds find. */
export function formProblems(settings: FormSettings, { language }: { readonly language: string }): SettingsProblem[] {
  const fields = fieldsOf(settings);
  const problems: SettingsProblem[] = [];
  if (fields.length === 0) {
    const message = 'The form asks nothing; add a field';
    problems.push({ code: 'form.no-fields', severity: 'error', path: 'sections', message });
  }
  const seen = new Set<string>();
  for (const placed of fields) {
    const { variable } = placed.field.answer;
    if (seen.has(variable)) {
      const message = `Two fields keep their answer in “${variable}”; give each its own variable`;
      problems.push({
        code: 'form.same-variable-twice',
        severity: 'error',
        path: `${placed.path}.answer.variable`,
        message,
      });
    }
    seen.add(variable);
    problems.push(...problemsOfField(placed, language));
  }
  return problems;
}

function problemsOfField({ field, path }: PlacedField, language: string): SettingsProblem[] {
  const kind = kindOf(field.answer);
  const options = field.choices ?? [];
  const problems: SettingsProblem[] = kind
    .problems(field.answer, options)
    .map((problem) => ({ ...problem, path: `${path}.answer.${problem.path}` }));
  if (textIn(field.label, language, language).trim() === '') {
    const message = 'A field has no label; nobody would know what it asks';
    problems.push({ code: 'form.no-label', severity: 'error', path: `${path}.label`, message });
  }
  if (asksForChoices(field) && options.length === 0) {
    const message = `“${textIn(field.label, language, language)}” offers no choices; add some, or name a list`;
    problems.push({ code: 'form.no-choices', severity: 'error', path: `${path}.answer`, message });
  }
  const repeated = options.findIndex(({ value }, index) => options.findIndex((other) => other.value === value) < index);
  if (repeated >= 0) {
    const message = `Two choices have the value “${options[repeated]?.value}”; give each its own`;
    problems.push({
      code: 'form.same-choice-twice',
      severity: 'error',
      path: `${path}.choices.${repeated}.value`,
      message,
    });
  }
  return problems;
}

/** Whether a field needs choices of its own: those of its kind would hang on connectors, which a field has none of. */
function asksForChoices({ answer }: FormField): boolean {
  return kindOf(answer)
    .exits(answer)
    .some(({ connectors }) => connectors === 'options');
}
