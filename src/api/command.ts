import * as z from 'zod';
import type { Command } from '#contract/command.ts';
import { LIMITS } from '#prelude/limits.ts';
import { commandId, elementId } from './identifier.ts';
import { milliseconds } from './time.ts';

/** With every command: its id, the number of the step it goes on from, and the time spent on the page. */
const every = {
  id: commandId,
  expects: z.int().min(0),
  active: milliseconds.exactOptional(),
  idle: milliseconds.exactOptional(),
};

const reason = z.string().max(LIMITS.shortText).exactOptional();

/** A command to a running session, as it is sent. */
export const commandBody = z.discriminatedUnion('kind', [
  z.strictObject({ ...every, kind: z.literal('answer'), value: z.json().exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('back'), to: z.int().min(1).exactOptional() }),
  z.strictObject({ ...every, kind: z.literal('jump'), to: elementId }),
  z.strictObject({ ...every, kind: z.literal('note'), text: z.string().max(LIMITS.longText) }),
  z.strictObject({ ...every, kind: z.literal('pause'), reason }),
  z.strictObject({ ...every, kind: z.literal('resume') }),
  z.strictObject({ ...every, kind: z.literal('quit'), reason }),
]);

export type CommandBody = z.infer<typeof commandBody>;

/** Parts a sent command from what surrounds it. People send all commands but `expire`, which the server gives itself. */
export function commandIn(body: CommandBody): Command {
  const { id: _id, expects: _expects, ...command } = body;
  return command;
}
