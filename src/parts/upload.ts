import type { FileValue } from '#contract/file-value.ts';

/** What came of sending a file. */
export type Uploaded =
  | { readonly kind: 'done'; readonly file: FileValue }
  /** It is not taken, and why. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** The place where it was to be kept did not answer. */
  | { readonly kind: 'away' };

export interface UploadWatch {
  /** How much has been sent, from 0 to 1. */
  progress(share: number): void;
  /** Somebody thought better of it. */
  readonly signal: AbortSignal;
}

/** Sends a file to where the session is kept. */
export type Upload = (file: File, watch: UploadWatch) => Promise<Uploaded>;
