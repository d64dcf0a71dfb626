/**
 * When trying again makes sense: `safe` — nothing was done over there, whatever was asked; `repeatable` — it may have
 * been done, so only what can be done twice is tried again; `never` — the next time ends the same.
 */
type Again = 'safe' | 'repeatable' | 'never';

interface FailureFace {
  /** What happened, in a few words. */
  readonly title: string;
  /** What to do about it. */
  readonly mend: string;
  readonly again: Again;
  /** Whether it tells that the outside system is ill: after some of these in a row it is left in peace for a while. */
  readonly ill: boolean;
}

/**
 * Every reason why a call or a mail fails: code, words, and what follows from it. Closed; a new one is a row here.
 * Server, reports and screens share the codes.
 */
export const EFFECT_FAILURES = {
  'net.bad-address': {
    title: 'The address cannot be used',
    mend: 'Write it like https://crm.example.org/api, without user, password or # in it.',
    again: 'never',
    ill: false,
  },
  'net.forbidden-address': {
    title: 'The address leads into a private network',
    mend: 'Use an address that is open to the internet, or ask whoever runs this server to allow private ones (WAYMARK_ALLOW_PRIVATE_CALLS).',
    again: 'never',
    ill: false,
  },
  'net.unknown-host': {
    title: 'There is no server of this name',
    mend: 'Check the name in the address; if it is right, try again later.',
    again: 'safe',
    ill: true,
  },
  'net.unreachable': {
    title: 'The server does not take calls',
    mend: 'Check address and port; if they are right, the server is down or a firewall stands between.',
    again: 'safe',
    ill: true,
  },
  'net.not-secure': {
    title: 'The connection cannot be made safe',
    mend: 'The certificate of the server is not valid for this name, has run out or is not trusted here; whoever runs it can mend that.',
    again: 'never',
    ill: true,
  },
  'net.broken': {
    title: 'The connection broke off',
    mend: 'Try again; if it stays, whoever runs the outside system can see why.',
    again: 'repeatable',
    ill: true,
  },
  'net.timed-out': {
    title: 'No whole answer came in time',
    mend: 'Try again, or give it a longer time limit.',
    again: 'repeatable',
    ill: true,
  },
  'call.bad-request': {
    title: 'The call cannot be sent like this',
    mend: 'Correct the part that is named.',
    again: 'never',
    ill: false,
  },
  'call.not-http': {
    title: 'The answer is not HTTP',
    mend: 'Check address and port: something else answers there.',
    again: 'never',
    ill: true,
  },
  'call.too-large': {
    title: 'The answer is too large',
    mend: 'Ask for less at once.',
    again: 'never',
    ill: false,
  },
  'call.redirect': {
    title: 'The server sends the call elsewhere',
    mend: 'Enter the address that it leads to.',
    again: 'never',
    ill: false,
  },
  'call.unreadable': {
    title: 'The answer cannot be read',
    mend: 'Waymark reads JSON, XML and plain text; ask whoever runs the outside system what it sends.',
    again: 'never',
    ill: false,
  },
  'call.rejected': {
    title: 'The outside system refused the call',
    mend: 'Check path, values and authentication against its description.',
    again: 'never',
    ill: false,
  },
  'call.busy': {
    title: 'The outside system asks to wait',
    mend: 'Try again later, or call it less often.',
    again: 'safe',
    ill: false,
  },
  'call.unavailable': {
    title: 'The outside system has a fault',
    mend: 'Try again later; whoever runs it can see why.',
    again: 'repeatable',
    ill: true,
  },
  'call.paused': {
    title: 'The outside system failed several times in a row and is left in peace for a while',
    mend: 'Wait a minute; the next call after the pause finds out whether it is well again.',
    again: 'never',
    ill: false,
  },
  'connection.unknown': {
    title: 'The account has no such connection',
    mend: 'Choose another connection, or make one with this key.',
    again: 'never',
    ill: false,
  },
  'connection.not-set-up': {
    title: 'The settings of the connection are missing',
    mend: 'Enter its live settings for customers, its test settings for test runs.',
    again: 'never',
    ill: false,
  },
  'secret.unreadable': {
    title: 'The stored secret cannot be read any more',
    mend: 'Enter it again: it was sealed with a key that this server does not have.',
    again: 'never',
    ill: false,
  },
  'mail.not-set-up': {
    title: 'The account has no mail server',
    mend: 'An Account Administrator enters it under Administration, Mail.',
    again: 'never',
    ill: false,
  },
  'mail.bad-letter': {
    title: 'The mail cannot be sent like this',
    mend: 'Correct the part that is named.',
    again: 'never',
    ill: false,
  },
  'mail.sign-in': {
    title: 'The mail server refuses the sign-in',
    mend: 'Check user and password of the mail server.',
    again: 'never',
    ill: false,
  },
  'mail.refused': {
    title: 'The mail server refuses the mail',
    mend: 'Check sender and recipients; the words of the server are beside this.',
    again: 'never',
    ill: false,
  },
  'mail.busy': {
    title: 'The mail server asks to wait',
    mend: 'Try again later.',
    again: 'safe',
    ill: false,
  },
} as const satisfies Record<string, FailureFace>;

export type EffectFailureCode = keyof typeof EFFECT_FAILURES;

export const EFFECT_FAILURE_CODES = Object.keys(EFFECT_FAILURES) as [EffectFailureCode, ...EffectFailureCode[]];
