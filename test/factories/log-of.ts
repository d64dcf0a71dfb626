import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { decide } from '#engine/decide.ts';
import type { Program } from '#engine/program.ts';
import { start } from '#engine/start.ts';

/** All that happened in a session that was given these commands; each has to be taken. */
export function logOf(program: Program, ...commands: readonly Command[]): readonly SessionEvent[] {
  const began = start(program, { client: 'test' }, 0);
  if (!began.ok) throw new Error(began.error.message);
  const events: SessionEvent[] = [...began.value.events];
  let { state } = began.value;
  for (const command of commands) {
    const decided = decide(program, state, command, 0);
    if (!decided.ok) throw new Error(decided.error.message);
    events.push(...decided.value.events);
    state = decided.value.state;
  }
  return events;
}
