import { answerInWords } from './answer-in-words.ts';
import type { Memory } from './memory.ts';
import { isSamePage } from './queue.ts';
import type { QueuedCommand, SessionNow } from './session.ts';

/** What was answered in vain, in words, and what is half typed on the page in sight where that is gone. */
export function lostWords(
  dropped: readonly QueuedCommand[],
  shown: SessionNow | undefined,
  now: SessionNow | undefined,
  memory: Memory,
): readonly string[] {
  const page = now && !isSamePage(now, shown) ? shown?.page : undefined;
  const typed = page ? answerInWords(page, memory.typed(page)) : '';
  const says = [...dropped.map((each) => each.says ?? ''), typed];
  return [...new Set(says.filter((words) => words !== ''))];
}
