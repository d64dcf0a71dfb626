/** Whether a character, given by its code point, is one of a set. */
export type CharacterTest = (point: number) => boolean;

/** A pattern as read: what FEEL takes over from the regular expressions of XPath. */
export type Pattern =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  | { readonly kind: 'sequence'; readonly parts: readonly Pattern[] }
  | { readonly kind: 'alternatives'; readonly options: readonly Pattern[] }
  | { readonly kind: 'group'; readonly of: Pattern; readonly index: number | undefined }
  | {
      readonly kind: 'repeat';
      readonly of: Pattern;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  /** The same text again that a group took. */
  | { readonly kind: 'reference'; readonly index: number };

export interface Flags {
  readonly ignoreCase: boolean;
  /** `^` and `$` stand at line ends too. */
  readonly lines: boolean;
  /** `.` is a line end too. */
  readonly dotAll: boolean;
  /** White space in the pattern means nothing. */
  readonly free: boolean;
  /** Every sign of the pattern stands for itself. */
  readonly literal: boolean;
}

/** Reads `smixq`; undefined for any other letter. */
export function parseFlags(letters: string): Flags | undefined {
  if (!/^[smixq]*$/.test(letters)) return undefined;
  return {
    ignoreCase: letters.includes('i'),
    lines: letters.includes('m'),
    dotAll: letters.includes('s'),
    free: letters.includes('x'),
    literal: letters.includes('q'),
  };
}

/** What is wrong with a pattern; thrown inside the reader only, which turns it into a value. */
export class PatternMistake extends Error {}
