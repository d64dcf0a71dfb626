import type { FieldProblem } from '#contract/command.ts';

/** Puts the focus where the page is answered, and the beginning of the page in sight. */
export function focusFirst(page: HTMLElement): void {
  // Where a list came empty nothing is answered: then the way on has the focus, and the keys with it.
  const first = page.querySelector<HTMLElement>('[data-first]') ?? page.querySelector<HTMLElement>('.next, .action');
  first?.focus({ preventScroll: true });
  // What is half typed is gone on with at its end.
  if (first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement) {
    // Boxes and buttons have no place for a cursor.
    if (first.selectionStart !== null) first.setSelectionRange(first.value.length, first.value.length);
  }
  if (page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
  else if (first?.closest('.field')) first.scrollIntoView({ block: 'nearest' });
}

/** Puts the focus into the first field that was refused, also where it was refused before and is not marked yet. */
export function focusProblem(page: HTMLElement, problems: readonly FieldProblem[]): void {
  const refused = new Set(problems.map(({ field }) => field));
  const fields = [...page.querySelectorAll<HTMLElement>('.field')];
  const first = fields.find(({ dataset }) => dataset['field'] !== undefined && refused.has(dataset['field']));
  first?.querySelector<HTMLElement>('[data-first]')?.focus();
}
