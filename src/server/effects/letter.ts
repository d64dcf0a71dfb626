import { email } from '#api/text.ts';
import { LIMITS } from '#prelude/limits.ts';
import { ok, type Result } from '#prelude/result.ts';
import { type EffectFailed, effectFailed } from './results.ts';

/** One mail of plain text. */
export interface Letter {
  /** The same for each repetition of one mail: it becomes its Message-ID, by which mail servers know it again. */
  readonly id: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly attachment?: { readonly name: string; readonly type: string; readonly content: Uint8Array };
}

/** Mail of a test run goes to whoever tests, and to nobody else. */
export type MailMode = { readonly kind: 'live' } | { readonly kind: 'test'; readonly tester: string };

/** A mail as it is handed to the mail server. */
export interface CheckedLetter extends Letter {
  readonly isTest: boolean;
}

/**
 * Checks a mail, and turns that of a test to the tester: whom it would go to, its text says. No value can add a header:
 * what stands in one is a single line, or the mail is refused.
 */
export function checkLetter(letter: Letter, mode: MailMode): Result<CheckedLetter, EffectFailed> {
  const { id, to, subject, text, attachment } = letter;
  if (!/^[A-Za-z0-9_.-]{1,128}$/.test(id)) return bad('The id of the mail is not one');
  if (to.length === 0) return bad('The mail goes to nobody');
  if (to.length > LIMITS.mailRecipients) return bad(`The mail goes to more than ${LIMITS.mailRecipients} people`);
  const stranger = to.find((address) => !isAddress(address));
  if (stranger !== undefined) return bad(`“${shown(stranger)}” is no e-mail address`);
  if (!isLine(subject)) return bad(`The subject is not one line of at most ${LIMITS.mailSubject} characters`);
  if (text.length > LIMITS.mailText) return bad(`The text is longer than ${LIMITS.mailText} characters`);
  if (text.includes('\u0000')) return bad('The text holds a NUL');
  if (attachment && !isLine(attachment.name)) return bad('The name of the attachment is not one line');
  if (attachment && !/^[a-z0-9.+-]{1,60}\/[a-z0-9.+-]{1,100}$/i.test(attachment.type)) {
    return bad('The attachment has no media type');
  }
  if (attachment && attachment.content.byteLength > LIMITS.mailAttachment) {
    return bad(`The attachment is larger than ${LIMITS.mailAttachment / 1_000_000} MB`);
  }
  if (mode.kind === 'live') return ok({ ...letter, isTest: false });
  if (!isAddress(mode.tester)) return bad('Whoever tests has no e-mail address');
  const beginning = `This mail comes from a test. With a customer it would go to: ${to.join(', ')}\n\n`;
  return ok({ ...letter, to: [mode.tester], subject: `[Test] ${subject}`, text: beginning + text, isTest: true });
}

/** What stands in a header is taken as it is: a line break at its end counts, too. */
function isLine(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it may not hold
  return text.trim() !== '' && /^[^\u0000-\u001f\u007f]+$/.test(text) && text.length <= LIMITS.mailSubject;
}

function isAddress(text: string): boolean {
  const read = email.safeParse(text);
  return read.success && read.data === text.toLowerCase();
}

function shown(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 80);
}

function bad(detail: string): Result<never, EffectFailed> {
  return { ok: false, error: effectFailed('mail.bad-letter', { detail }) };
}
