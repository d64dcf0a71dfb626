import { type ApiError, ApiFailure } from './api-error.ts';

/** What is said of something that failed. */
export interface FailureWords {
  /** What happened. */
  readonly title: string;
  /** How to mend it. */
  readonly detail?: string;
  /** The server's code: what a person tells to support. */
  readonly code?: string;
}

/**
 * What is said of any error: what happened, how to mend it, and the server's code.
 *
 * @param what could not be read, in the plural: "Versions"; where it is left out, the error speaks for itself
 */
export function failureWords(error: Error | ApiError, what?: string): FailureWords {
  const { title, detail, code } = wordsOf(error);
  if (what === undefined) return { title, ...(detail === undefined ? {} : { detail }), ...(code ? { code } : {}) };
  const why = [title, detail].filter((text) => text !== undefined).map(asSentence);
  return { title: `${what} could not be read`, detail: why.join(' '), ...(code ? { code } : {}) };
}

/** Whether the server refused with this code. */
export function failedWith(error: unknown, code: string): boolean {
  return error instanceof ApiFailure && error.error.code === code;
}

function wordsOf(error: Error | ApiError): { title: string; detail?: string | undefined; code?: string } {
  if (error instanceof ApiFailure) return error.error;
  if (error instanceof Error) return { title: 'Something went wrong on this page', detail: 'Load the page again.' };
  return error;
}

function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
