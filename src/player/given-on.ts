import type { Command } from '#contract/command.ts';
import { answerInWords } from './answer-in-words.ts';
import type { QueuedCommand, SessionNow } from './session.ts';

/** Where a command was given, and what it said, unless that is secret. */
export function givenOn({ page, status }: SessionNow, command: Command, isSecret: boolean): Partial<QueuedCommand> {
  const on = page ? { on: { n: page.n, element: page.element, status } } : {};
  if (isSecret) return { ...on, secret: true };
  const says = page && command.kind === 'answer' ? answerInWords(page, command.value) : '';
  return { ...on, ...(says ? { says } : {}) };
}
