import type { Program } from './program.ts';
import { liesAhead, type SessionState } from './state.ts';

/** What may be done with a session where it stands, by whoever runs it. */
export function abilitiesIn(program: Program, state: SessionState) {
  const waits = state.status === 'waiting';
  const open = waits || state.status === 'paused';
  const held = state.effects?.some(({ holds }) => holds) === true;
  const isPage = (element: SessionState['at']) => program.find(element)?.node.type.page !== undefined;
  const earlier = state.trail.slice(0, -1).some(({ element }) => isPage(element));
  return {
    answer: waits && !held,
    back: waits && earlier,
    forward: waits && !held && liesAhead(state),
    act: waits && !held,
    skip: waits && held,
    return: waits && state.returns !== undefined,
    language: open && program.interaction.languages.length > 1,
    transfer: waits && !held,
    note: open,
    pause: waits,
    resume: state.status === 'paused',
    quit: open,
    jump: waits && (earlier || program.entryPoints.length > 0),
  } as const;
}
