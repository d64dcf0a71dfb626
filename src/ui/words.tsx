import { createContext, type ReactNode, useContext } from 'react';

/** The few words the kit says by itself. Everything else comes from the application by props. */
export interface KitWords {
  readonly cancel: string;
  readonly clear: string;
  readonly close: string;
  readonly copy: string;
  readonly loading: string;
  readonly less: string;
  readonly more: string;
  readonly nextMonth: string;
  readonly noMatch: string;
  readonly notifications: string;
  readonly openCalendar: string;
  readonly optional: string;
  readonly previousMonth: string;
  readonly selectAll: string;
  readonly selectRow: string;
  readonly showChildren: string;
  readonly showList: string;
  readonly showPassword: string;
  readonly total: string;
  readonly tryAgain: string;
  readonly undo: string;
}

const ENGLISH: KitWords = {
  cancel: 'Cancel',
  clear: 'Clear',
  close: 'Close',
  copy: 'Copy',
  loading: 'Loading',
  less: 'Less',
  more: 'More',
  nextMonth: 'Next month',
  noMatch: 'Nothing matches',
  notifications: 'Notifications',
  openCalendar: 'Open calendar',
  optional: 'optional',
  previousMonth: 'Previous month',
  selectAll: 'Select all',
  selectRow: 'Select row',
  showChildren: 'Show or hide what is inside',
  showList: 'Show all',
  showPassword: 'Show password',
  total: 'Total',
  tryAgain: 'Try again',
  undo: 'Undo',
};

const Words = createContext<KitWords>(ENGLISH);

/** Puts another language's words into the kit. */
export function WordsProvider({ words, children }: { words: KitWords; children: ReactNode }) {
  return <Words.Provider value={words}>{children}</Words.Provider>;
}

export function useWords(): KitWords {
  return useContext(Words);
}
