import type { Away } from './client-state.ts';
import { lostWords } from './lost-words.ts';
import type { Memory } from './memory.ts';
import { isAboutPage, isMeantFor, isSamePage, leavesPage, unforeseen } from './queue.ts';
import type { QueuedCommand, SessionNow } from './session.ts';

/** A fault that outlasts so many tries may never mend: what it holds up can be taken back. */
const FAULTS = 3;

/** How often in a row a server that is away now has answered with a fault. */
export function faultsSoFar(before: Away | undefined, why: Away['why']): number {
  return (before?.faults ?? 0) + (why === 'fault' ? 1 : 0);
}

/** Whether what waits may be taken back: the server can be reached, and yet fails. */
export function mayTakeBack({ why, faults }: Pick<Away, 'why' | 'faults'>, queue: readonly QueuedCommand[]): boolean {
  return why === 'fault' && faults >= FAULTS && queue.some(({ command }) => isAboutPage(command));
}

/** What is taken back, and what is sent all the same: notes and the language are about no page. */
export function apart(queue: readonly QueuedCommand[]) {
  const taken = queue.filter(({ command }) => isAboutPage(command));
  // The first one may have been applied already: sent again with the same number it gets the answer of that time.
  const kept = queue.flatMap((each, i) => {
    if (isAboutPage(each.command)) return [];
    const { foreseen: _foreseen, ...sent } = each;
    return [i === 0 ? sent : unforeseen(each)];
  });
  return { taken, kept };
}

interface TakenBack {
  readonly taken: readonly QueuedCommand[];
  /** The server was heard to apply the first of them. */
  readonly isApplied: boolean;
  /** As it was confirmed last, as it is shown, and as it turned out to stand. */
  readonly before: SessionNow | undefined;
  readonly shown: SessionNow | undefined;
  readonly now: SessionNow;
  readonly memory: Memory;
}

/** What came of taking back. Who failed to answer may have done what was asked all the same: the session tells. */
export function outcomeOf({ taken, isApplied, before, shown, now, memory }: TakenBack) {
  const [first] = taken;
  const went = isApplied || wentOn(first, before, now);
  const typed = now.page ? memory.typed(now.page) : {};
  // What stands in the fields again is not lost, and what was taken after all is not, either.
  const standsAgain = (each: QueuedCommand) => isMeantFor(each, now) && Object.keys(typed).length > 0;
  const dropped = taken.filter((each) => !(went && each === first) && !standsAgain(each));
  // What is typed on the page that was answered is the answer itself.
  const isAnswer = first && shown && leavesPage(first.command) && isMeantFor(first, shown);
  return {
    takenBack: went ? ('too-late' as const) : ('done' as const),
    lost: lostWords(dropped, isAnswer ? undefined : shown, now, memory),
  };
}

function wentOn(first: QueuedCommand | undefined, before: SessionNow | undefined, now: SessionNow): boolean {
  return first?.expects === undefined ? !isSamePage(now, before) : now.seq > first.expects;
}
