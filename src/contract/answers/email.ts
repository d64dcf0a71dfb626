import * as z from 'zod';
import { say } from '../wording.ts';
import { NEXT } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

const settings = z.strictObject({ kind: z.literal('email'), ...sharedAnswerSettings });

type Settings = z.infer<typeof settings>;

/** The parts before and behind the sign, as RFC 5321 bounds them; addresses beyond ASCII are as good (RFC 6531). */
const LOCAL = /^[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}\p{M}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const DOMAIN =
  /^([\p{L}\p{N}]([\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}])?\.)+[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,61}[\p{L}\p{N}\p{M}]$/u;

/** An e-mail address by its form; whether somebody reads it only a mail can tell. */
export const email = answerKind<Settings>({
  kind: 'email',
  title: 'E-mail',
  icon: 'at-sign',
  group: 'Text',
  settings,
  defaults: (variable) => ({ kind: 'email', variable }),
  type: () => ({ kind: 'text' }),
  exits: () => [NEXT],
  exitFor: () => NEXT.name,
  problems: () => [],
  samples: () => ['ana.garcia@example.com'],
  limits: () => ({}),
  leavesAtOnce: () => false,
  read: (_settings, input, { language }) => {
    const value = typeof input === 'string' ? readEmail(input) : undefined;
    if (value !== undefined) return { ok: true, value, shown: value };
    return { ok: false, problem: { code: 'answer.not-email', message: say(language, 'answer.not-email') } };
  },
});

/** The address with its domain in small letters, which mean the same there. */
function readEmail(text: string): string | undefined {
  const address = text.trim();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  const domain = address.slice(at + 1).toLowerCase();
  const fits = at > 0 && local.length <= 64 && domain.length <= 253 && address.length <= 254;
  return fits && LOCAL.test(local) && DOMAIN.test(domain) ? `${local}@${domain}` : undefined;
}
