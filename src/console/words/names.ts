import type { Channel, Client } from '#api/clients.ts';
import type { Went } from '#api/reports.ts';
import type { SessionStatus } from '#api/sessions.ts';

export const CLIENT_WORDS = {
  'agent-desk': 'Agent desk',
  web: 'Web',
  'mobile-web': 'Mobile web',
  api: 'API',
  'ai-agent': 'AI agent',
} as const satisfies Record<Client, string>;

export const CHANNEL_WORDS = {
  voice: 'Voice',
  chat: 'Chat',
  'e-mail': 'E-mail',
  sms: 'SMS',
  'in-person': 'In person',
} as const satisfies Record<Channel, string>;

export const SESSION_STATUS_WORDS = {
  waiting: 'Running',
  paused: 'Paused',
  ended: 'Ended',
  failed: 'Failed',
} as const satisfies Record<SessionStatus, string>;

/** How a session went, whatever the account calls its outcome. */
export const WENT_WORDS = {
  completed: 'Completed',
  timedOut: 'Timed out',
  quit: 'Quit',
  transferred: 'Transferred',
  failed: 'Failed',
  running: 'Still running',
} as const satisfies Record<Went, string>;

const OUTCOME_WORDS: { readonly [outcome: string]: string } = {
  completed: 'Completed',
  quit: 'Quit',
  'timed-out': 'Timed out',
  failed: 'Failed',
  transferred: 'Transferred',
};

/** The engine's own outcomes in words; those of an account are words already. */
export function outcomeWords(outcome: string): string {
  return Object.hasOwn(OUTCOME_WORDS, outcome) ? (OUTCOME_WORDS[outcome] ?? outcome) : outcome;
}

const EXIT_WORDS: { readonly [exit: string]: string } = {
  next: 'Next',
  choices: 'Choices',
  otherwise: 'Otherwise',
  back: 'Went back',
  jump: 'Jumped elsewhere',
  end: 'Ended here',
  quit: 'Quit',
  expired: 'Timed out',
  transferred: 'Handed over',
  failed: 'Failed',
};

/** The name of an exit as reports say it. */
export function exitWords(exit: string): string {
  return Object.hasOwn(EXIT_WORDS, exit) ? (EXIT_WORDS[exit] ?? exit) : exit;
}

const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'code' });

/** `Spanish` for `es`. */
export function languageWords(tag: string): string {
  return LANGUAGES.of(tag) ?? tag;
}
