/** Puts the focus where the page is answered, and the beginning of the page in sight. */
export function focusFirst(page: HTMLElement): void {
  const first = page.querySelector<HTMLElement>('[data-first]');
  first?.focus({ preventScroll: true });
  // What is half typed is gone on with at its end.
  if (first instanceof HTMLInputElement || first instanceof HTMLTextAreaElement) {
    // Boxes and buttons have no place for a cursor.
    if (first.selectionStart !== null) first.setSelectionRange(first.value.length, first.value.length);
  }
  if (page.getBoundingClientRect().top < 0) page.scrollIntoView({ block: 'start' });
  else if (first?.closest('.field')) first.scrollIntoView({ block: 'nearest' });
}

/** Puts the focus into the first field that was refused. */
export function focusProblem(page: HTMLElement): void {
  const field = page.querySelector<HTMLElement>('.field[data-invalid]');
  field?.querySelector<HTMLElement>('[data-first]')?.focus();
}
