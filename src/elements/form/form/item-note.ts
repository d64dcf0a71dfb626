import { kindOf } from '#contract/answers/answer-kinds.ts';
import type { FormItem } from '../settings.ts';

/** What an item is, in few words: `Short text · only at times`. */
export function noteOf(item: FormItem): string {
  const what = item.kind === 'text' ? 'Text' : `${kindOf(item.answer).title} · {${item.answer.variable}}`;
  return item.shownWhen === undefined ? what : `${what} · shown at times`;
}
