import { NEXT } from '#contract/answers/answer-exits.ts';
import type { MailRequest } from '#contract/effect.ts';
import { leaveFailed } from '#contract/effect-exits.ts';
import type { EnterOutcome, Failure, RunContext } from '#contract/element-type.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import { isFaultOfText } from '#expressions/errors.ts';
import { parseTemplate } from '#expressions/template.ts';
import { cutText } from '#prelude/cut-text.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { EmailSettings } from './email.ts';

/** Addresses of one mail. */
const MOST_ADDRESSES = 50;

/** Asks for the mail. Without anybody to send it to it has failed; where nobody waits for it, the run goes on all the same. */
export function send(settings: EmailSettings, context: RunContext): EnterOutcome {
  const secret = secretIn(settings.subject, context) ?? secretIn(settings.text, context);
  if (secret !== undefined) return secretInMail(secret);
  const to = addresses(settings, context);
  if (!to.ok) return to.error;
  if (to.value.length === 0) {
    const left = leaveFailed('mail.no-address');
    return settings.untilSent ? left : { ...left, exit: NEXT.name };
  }
  const request: MailRequest = {
    kind: 'mail',
    to: to.value,
    subject: cutText(oneLine(context.words(settings.subject)), LIMITS.mailSubject),
    text: cutText(context.words(settings.text), LIMITS.mailText),
    summary: settings.attachSummary === true,
  };
  return settings.untilSent ? { do: 'request', request } : { do: 'leave', exit: NEXT.name, request };
}

function addresses({ to }: EmailSettings, context: RunContext): Result<readonly string[], Failure> {
  const found = new Set<string>();
  for (const { address } of to) {
    const [secret] = context.secretsOf(address);
    if (secret !== undefined) return fail(secretInMail(secret));
    const { value, error } = context.evaluate(address);
    if (error && isFaultOfText(error.code)) {
      return fail({ do: 'fail', code: error.code, message: `The address ${address} cannot be read: ${error.message}` });
    }
    for (const each of textsOf(value)) if (isAddress(each)) found.add(each);
  }
  return ok([...found].slice(0, MOST_ADDRESSES));
}

function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [value.trim()];
  return Array.isArray(value) ? value.flatMap(textsOf) : [];
}

/** Whether a mail could be sent there, as far as its look tells. A mail server has the last word. */
function isAddress(text: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+$/.test(text) && text.length <= 320;
}

/** A secret that a text would show, whatever its language. */
function secretIn(text: LocalizedText, context: RunContext): string | undefined {
  for (const words of Object.values(text)) {
    const template = parseTemplate(words);
    if (!template.ok) continue;
    for (const part of template.value.parts) {
      const [secret] = part.kind === 'expression' ? context.secretsOf(part.expression.source) : [];
      if (secret !== undefined) return secret;
    }
  }
  return undefined;
}

function secretInMail(key: string): Failure {
  return { do: 'fail', code: 'mail.secret', message: `“${key}” is secret and may not stand in a mail` };
}

/** A line break would begin another header of the mail, and mail servers take no control characters in one. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
}
