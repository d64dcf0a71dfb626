import { useCallback, useState } from 'react';

/** A small thing that this browser remembers: read once, kept with every change. `sane` guards against what others wrote. */
export function useStored<T>(
  storage: Storage,
  key: string,
  initial: T,
  sane: (value: unknown) => value is T,
): readonly [T, (change: (before: T) => T) => void] {
  const [value, setValue] = useState(() => readStored(storage, key, initial, sane));
  const change = useCallback(
    (next: (before: T) => T) => {
      setValue((before) => {
        const after = next(before);
        writeStored(storage, key, after);
        return after;
      });
    },
    [storage, key],
  );
  return [value, change];
}

export function readStored<T>(storage: Storage, key: string, initial: T, sane: (value: unknown) => value is T): T {
  try {
    const value: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    return sane(value) ? value : initial;
  } catch {
    // Storage is closed to this page, or holds something else: nothing is remembered.
    return initial;
  }
}

export function writeStored(storage: Storage, key: string, value: unknown): void {
  try {
    storage.setItem(key, JSON.stringify(value));
  } catch {
    // Storage is closed or full: it is remembered until the page is left.
  }
}

export function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}
