import { assertNever } from '#prelude/assert-never.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { Meter } from '../values/meter.ts';
import { parsePattern } from './parse-pattern.ts';
import type { Flags, Pattern } from './pattern.ts';
import { compilePattern } from './program.ts';
import { isIn } from './search.ts';

/** A pattern that a whole text must have, such as that of a customer number. */
export interface WholePattern {
  /** Takes time in proportion to the length of the text, whatever the pattern. */
  matches(text: string): boolean;
  /** A text that has it, about the shortest; undefined where none was found. */
  example(): string | undefined;
}

/** Steps of the longest program: with the longest short answer some milliseconds. */
const MAX_STEPS = 500;

const PLAIN: Flags = { ignoreCase: false, lines: false, dotAll: false, free: false, literal: false };

/**
 * Reads a pattern that stands for a whole text: `^` and `$` around it are understood.
 *
 * @returns the pattern, or a sentence on why it cannot be used: it cannot be read, it repeats too much, or it refers back
 *   to what a group took, which no machine can look for in a time that is known before
 */
export function readWholePattern(source: string): Result<WholePattern, string> {
  const read = parsePattern(source, PLAIN);
  if (!read.ok) return read;
  const group: Pattern = { kind: 'group', of: read.value.pattern, index: undefined };
  const whole: Pattern = { kind: 'sequence', parts: [{ kind: 'start' }, group, { kind: 'end' }] };
  const program = compilePattern(whole, read.value.groups, PLAIN);
  if (!program || program.steps.length > MAX_STEPS) return fail('It repeats too much; use smaller numbers of times.');
  if (program.hasReferences) {
    return fail('It refers back to a group, which may take for ever to look for; write out what stands there.');
  }
  // What it costs is bounded by the program and the text, so nothing has to be counted.
  const matches = (text: string) => isIn(program, Array.from(text, codePoint), new Meter(Number.POSITIVE_INFINITY));
  return ok({
    matches,
    example() {
      const text = exampleOf(read.value.pattern);
      return matches(text) ? text : undefined;
    },
  });
}

/** Characters that examples are made of, those that people type first. */
const USUAL = Array.from('1a A-.@/_', codePoint).concat(Array.from({ length: 0x250 - 0x21 }, (_, i) => 0x21 + i));

function exampleOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'character':
      return String.fromCodePoint(USUAL.find(pattern.test) ?? 0x61);
    case 'sequence':
      return pattern.parts.map(exampleOf).join('');
    case 'alternatives':
      return pattern.options[0] ? exampleOf(pattern.options[0]) : '';
    case 'group':
      return exampleOf(pattern.of);
    case 'repeat':
      return exampleOf(pattern.of).repeat(Math.min(pattern.min, MAX_STEPS));
    case 'start':
    case 'end':
    case 'reference':
      return '';
    default:
      return assertNever(pattern);
  }
}

function codePoint(sign: string): number {
  return sign.codePointAt(0) ?? 0;
}
