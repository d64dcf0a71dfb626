/** Why a file was refused. Every code has a case in the tests. */
export const FILE_ERROR_CODES = [
  'file.too-big',
  'file.not-text',
  'file.too-deep',
  'file.not-json',
  'file.duplicate-key',
  'file.forbidden-key',
  'file.unsafe-number',
  'file.broken-text',
  'file.newer-format',
  'file.no-format',
  'file.unknown-key',
  'file.unknown-type',
  'file.wrong-value',
  'file.too-many',
  'file.dangling',
  'file.more-mistakes',
] as const;

export type FileErrorCode = (typeof FILE_ERROR_CODES)[number];

export interface FileError {
  readonly code: FileErrorCode;
  /** Dotted, from the top: `elements.q_problem.text`. Empty for the file as a whole. */
  readonly path: string;
  /** Line and column, counted from 1, in the text as it was given. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}
