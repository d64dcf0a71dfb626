import * as z from 'zod';
import type { Command, TransferTarget } from '#contract/command.ts';
import { LIMITS } from '#prelude/limits.ts';
import { commandId, elementPath } from './identifier.ts';
import { milliseconds } from './time.ts';

/** With every command: its id, the number of the step it goes on from, and the time spent on the page. */
const every = {
  id: commandId,
  expects: z.int().min(0),
  active: milliseconds.exactOptional(),
  idle: milliseconds.exactOptional(),
};

const reason = z.string().max(LIMITS.shortText).exactOptional();

const noteText = z.string().max(LIMITS.longText);
const party = z.string().min(1).max(200).exactOptional();

/** Whom a session is handed to: a colleague, a team or a number outside. */
export const transferTarget: z.ZodType<TransferTarget> = z.strictObject({ user: party, team: party, number: party });

/** A command to a running session, as it is sent. */
export const commandBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...every, kind: z.literal('answer'), value: z.json().exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('back'), to: z.int().min(1).exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('jump'), to: elementPath }),
  z.strictObject({ ...every, kind: z.literal('forward'), all: z.boolean().exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('return') }),
  z.strictObject({ ...every, kind: z.literal('act'), button: z.string().max(64) }),
  z.strictObject({ ...every, kind: z.literal('skip') }),
  z.strictObject({ ...every, kind: z.literal('language'), language: z.string().max(35) }),
  z.strictObject({ ...every, kind: z.literal('transfer'), to: transferTarget, note: noteText.exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('note'), text: noteText }),
  z.strictObject({ ...every, kind: z.literal('pause'), reason }),
  z.strictObject({ ...every, kind: z.literal('resume') }),
  z.strictObject({ ...every, kind: z.literal('quit'), reason }),
]);

export type CommandBody = z.infer<typeof commandBody>;

/** Parts a sent command from what surrounds it. People send all commands but `expire` and the results of
 * effects, which the server gives itself. */
export function commandIn(body: CommandBody): Command {
  const { id: _id, expects: _expects, ...command } = body;
  return command;
}
