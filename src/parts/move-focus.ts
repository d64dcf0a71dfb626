import { typeAhead } from './type-ahead.ts';

/** Moves the focus among the choices of a group: arrows, Home and End, and the letters that a choice begins with. */
export function focusMover(): (
  event: KeyboardEvent,
  choices: readonly HTMLElement[],
  labels: readonly string[],
) => void {
  const ahead = typeAhead();
  return (event, choices, labels) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const at = event.target instanceof HTMLElement ? choices.indexOf(event.target) : -1;
    const to =
      arrow(event.key, at, choices.length) ??
      (/^\p{L}$/u.test(event.key) ? ahead(event.key, event.timeStamp, labels, at) : undefined);
    if (to === undefined || to < 0) return;
    event.preventDefault();
    choices[to]?.focus();
  };
}

function arrow(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
