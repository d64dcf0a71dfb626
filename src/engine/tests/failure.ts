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
