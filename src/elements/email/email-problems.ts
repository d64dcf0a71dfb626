import type { ModelContext, SettingsProblem } from '#contract/element-type.ts';
import { textIn } from '#contract/localized-text.ts';
import type { EmailSettings } from './email.ts';

/** What is wrong with a mail: nobody to send it to, nothing to say. */
export function emailProblems(
  { to, subject, text }: EmailSettings,
  { language }: ModelContext,
): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const said = (code: string, path: string, message: string) =>
    problems.push({ code, severity: 'error', path, message });
  if (to.length === 0) said('email.nobody', 'to', 'The mail goes to nobody; add an address');
  if (textIn(subject, language, language).trim() === '') {
    said('email.no-subject', 'subject', 'The mail has no subject; write one');
  }
  if (textIn(text, language, language).trim() === '')
    said('email.no-text', 'text', 'The mail says nothing; write its text');
  return problems;
}
