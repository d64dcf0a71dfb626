import { kindOf } from '#contract/answers/answer-kinds.ts';
import { callProblems } from '#contract/call/call-places.ts';
import type { ModelContext, SettingsProblem } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { QuestionSettings } from './question.ts';

/** What is wrong with one Question: no text, no Choices, two Choices with one value, and what its kind finds. */
export function questionProblems({ text, answer, verify }: QuestionSettings, context: ModelContext): SettingsProblem[] {
  const kind = kindOf(answer);
  const problems: SettingsProblem[] = [];
  if (textIn(text, context.language, context.language).trim() === '') {
    problems.push({
      code: 'question.no-text',
      severity: 'error',
      path: 'text',
      message: 'The question asks nothing; write its text',
    });
  }
  const exit = kind.exits(answer).find(({ connectors }) => connectors === 'options');
  const options = exit ? context.options(exit.name) : [];
  if (exit && options.length === 0) {
    const message = 'The question offers no choices; add a Choice or pick another kind of answer';
    problems.push({ code: 'question.no-choices', severity: 'error', path: 'answer', message });
  }
  const seen = new Set<string>();
  for (const { value } of options) {
    if (seen.has(value)) {
      const message = `Two of its choices have the value “${value}”; give each its own`;
      problems.push({ code: 'question.same-choice-twice', severity: 'error', path: 'answer', message });
    }
    seen.add(value);
  }
  for (const problem of kind.problems(answer, options)) problems.push({ ...problem, path: `answer.${problem.path}` });
  if (verify && (kind.secret || context.isSecret(answer.variable))) {
    const message =
      'A secret is written into no log, so no connection can be asked about it here; send it by an Integration';
    problems.push({ code: 'question.secret-verify', severity: 'error', path: 'verify', message });
  }
  for (const problem of verify ? callProblems(verify) : [])
    problems.push({ ...problem, path: `verify.${problem.path}` });
  return problems;
}
