/** What Up and Down do in a field whose value has a next and a last one. */
export function stepKeys(locked: boolean, step: (up: boolean) => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (locked || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    step(event.key === 'ArrowUp');
  };
}
