import { assertNever } from '#prelude/assert-never.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';

/** What a test says of the end of its run. */
export type Expected =
  | { readonly what: 'outcome' }
  | { readonly what: 'at' }
  | { readonly what: 'visited' }
  | { readonly what: 'variable'; readonly key: string };

/** One thing in which a run was not as its test says, and where the run stood. */
export type TestFailure =
  | { readonly kind: 'not-started'; readonly message: string }
  /** The page asks, and the next answer is for another one. */
  | { readonly kind: 'other-answer'; readonly at: ElementPath; readonly next: ElementPath }
  | { readonly kind: 'refused'; readonly at: ElementPath; readonly answer: Json | undefined; readonly message: string }
  /** It had to be refused, and was taken. */
  | { readonly kind: 'taken'; readonly at: ElementPath; readonly answer: Json | undefined }
  /** It was refused, as expected, but in other words. */
  | { readonly kind: 'other-refusal'; readonly at: ElementPath; readonly expected: string; readonly message: string }
  /** Words that had to stand on this page. `shown`: all that stood there. */
  | { readonly kind: 'not-shown'; readonly at: ElementPath; readonly text: string; readonly shown: string }
  /** Words that may not be seen there, or anywhere. */
  | { readonly kind: 'shown'; readonly at: ElementPath; readonly text: string }
  /** Words that had to be seen on the way, up to where it ended. */
  | { readonly kind: 'never-shown'; readonly at: ElementPath; readonly text: string }
  /** Another Interaction that runs there is not at hand, so the test cannot be run. */
  | { readonly kind: 'missing'; readonly at: ElementPath; readonly interaction: string }
  /** The Interaction itself fails there. */
  | { readonly kind: 'broke'; readonly at: ElementPath; readonly message: string }
  /** An answer for which nothing ever asked. */
  | { readonly kind: 'unused'; readonly at: ElementPath }
  | {
      readonly kind: 'differs';
      readonly at: ElementPath;
      readonly of: Expected;
      readonly expected: Json;
      /** Left out: nothing. */
      readonly seen?: Json;
    }
  /** It was stopped because it took too long. */
  | { readonly kind: 'too-long'; readonly at?: ElementPath };

/** A failure in a sentence. */
export function failureWords(failure: TestFailure): string {
  switch (failure.kind) {
    case 'not-started':
      return `It does not start: ${failure.message}`;
    case 'other-answer':
      return `It waits at “${failure.at}”, but the next answer is for “${failure.next}”`;
    case 'refused':
      return `“${failure.at}” refuses ${JSON.stringify(failure.answer) ?? 'going on without an answer'}: ${failure.message}`;
    case 'taken':
      return `“${failure.at}” takes ${JSON.stringify(failure.answer) ?? 'going on without an answer'}, which had to be refused`;
    case 'other-refusal':
      return `“${failure.at}” refuses the answer in other words: expected “${failure.expected}”, got “${failure.message}”`;
    case 'not-shown':
      return `“${failure.at}” does not show “${failure.text}”; it shows “${failure.shown.replaceAll('\n', ' / ')}”`;
    case 'shown':
      return `“${failure.at}” shows “${failure.text}”, which may not be seen`;
    case 'never-shown':
      return `“${failure.text}” was never shown`;
    case 'missing':
      return `“${failure.at}” runs the Interaction “${failure.interaction}”, which is not there; the test cannot be run without it`;
    case 'broke':
      return `It fails at “${failure.at}”: ${failure.message}`;
    case 'unused':
      return `The answer for “${failure.at}” was never asked for`;
    case 'differs':
      return `Expected ${subject(failure.of)} ${JSON.stringify(failure.expected)}, got ${JSON.stringify(failure.seen) ?? 'nothing'}`;
    case 'too-long':
      return 'It took too long and was stopped';
    default:
      return assertNever(failure);
  }
}

function subject(of: Expected): string {
  switch (of.what) {
    case 'outcome':
      return 'the outcome';
    case 'at':
      return 'to be at';
    case 'visited':
      return 'the path';
    case 'variable':
      return `“${of.key}” to be`;
    default:
      return assertNever(of);
  }
}
