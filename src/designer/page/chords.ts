import type { Command } from '../commands/command.ts';

/** The chord of a key event, as commands write it: `Mod+Shift+Z`, `Left`, `?`. */
function chordsOf(event: KeyEvent): readonly string[] {
  const key = nameOf(event.key);
  const held = [
    ...(event.ctrlKey || event.metaKey ? ['Mod'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(event.shiftKey ? ['Shift'] : []),
  ];
  const chords = [[...held, key].join('+')];
  // A sign that the layout makes with Shift, such as ?, is meant as the sign.
  if (event.shiftKey && key.length === 1 && !/[A-Z0-9]/.test(key)) {
    chords.push([...held.filter((one) => one !== 'Shift'), key].join('+'));
  }
  // Digits above letters differ by layout; Shift+1 means the key.
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  if (digit !== undefined && event.shiftKey) chords.push([...held, digit].join('+'));
  return chords;
}

interface KeyEvent {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

function nameOf(key: string): string {
  if (key.startsWith('Arrow')) return key.slice('Arrow'.length);
  return key.length === 1 ? key.toUpperCase() : key;
}

/** Chords that count only while the map has the focus: they are single keys, which elsewhere type or move. */
export function isForMapOnly(chord: string): boolean {
  if (/^F\d+$/.test(chord)) return false;
  return (
    !chord.includes('Mod+') &&
    !(chord.includes('Alt+') && chord.length > 'Alt+X'.length && !/Left|Right|Up|Down/.test(chord))
  );
}

export function commandFor(
  commands: readonly Command[],
  event: KeyEvent,
): { command: Command; chord: string } | undefined {
  for (const chord of chordsOf(event)) {
    const command = commands.find((candidate) => candidate.keys?.includes(chord));
    if (command) return { command, chord };
  }
  return undefined;
}
