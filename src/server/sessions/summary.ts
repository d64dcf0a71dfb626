import type { SessionEvent } from '#contract/event.ts';
import type { Program } from '#engine/program.ts';
import type { ElementPath } from '#prelude/ids.ts';

/** What was asked and answered, a line each, and the notes. Answers that going back has taken back are left out. */
export function summaryOf(program: Program, events: readonly SessionEvent[]): string {
  let answers: { readonly n: number; readonly element: ElementPath; readonly shown: string }[] = [];
  const notes: string[] = [];
  for (const event of events) {
    if (event.kind === 'answer-given' && event.shown !== '') answers.push(event);
    else if (event.kind === 'went-back') answers = answers.filter(({ n }) => n < event.to);
    else if (event.kind === 'note-added') notes.push(event.text);
  }
  const nameOf = (element: ElementPath) => program.find(element)?.node.element.name ?? element;
  const lines = answers.map(({ element, shown }) => `${nameOf(element)}: ${shown}`);
  return [program.interaction.name, '', ...lines, ...(notes.length > 0 ? ['', 'Notes', ...notes] : [])].join('\n');
}
