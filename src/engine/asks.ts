import { invariant } from '#prelude/assert-never.ts';
import { type Given, NOTHING_GIVEN } from './given.ts';
import type { Program } from './program.ts';
import { silentContext } from './run-context.ts';
import type { SessionState } from './state.ts';

/** Whether the page where the session waits asks anything. Makes none of its words, which is most of what a page costs. */
export function asks(program: Program, state: SessionState, given: Given = NOTHING_GIVEN): boolean {
  const place = program.find(state.at);
  invariant(place, `the version of this session has an element ${state.at}`);
  const { node } = place;
  const page = node.type.page?.(node.settings, silentContext(place, state, given));
  return page !== undefined && page.fields.length > 0;
}
