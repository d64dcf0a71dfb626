import { fail, ok, type Result } from '#prelude/result.ts';
import {
  classEscape,
  ignoringCase,
  isLineEnd,
  not,
  point,
  remembering,
  singleEscape,
  unicodeProperty,
} from './characters.ts';
import { type CharacterTest, type Flags, type Pattern, PatternMistake } from './pattern.ts';

/** Groups inside groups; far more than anybody can read. */
const MAX_DEPTH = 50;
const MAX_GROUPS = 99;

/**
 * Reads a regular expression of XPath: the kind that FEEL uses. No look-around, sets can be subtracted from sets
 * (`[a-z-[aeiou]]`), and what is not in the language is a mistake rather than taken literally.
 * Source: W3C, XPath and XQuery Functions and Operators 3.1, section 5.6.1.
 *
 * @returns the pattern and the number of its groups, or a sentence on what is wrong
 */
export function parsePattern(source: string, flags: Flags): Result<{ pattern: Pattern; groups: number }, string> {
  const reader = new PatternReader(source, flags);
  try {
    return ok(reader.read());
  } catch (error) {
    if (!(error instanceof PatternMistake)) throw error;
    return fail(error.message);
  }
}

/** Without white space, except inside sets. */
function condensed(source: string): string {
  let inSet = 0;
  let text = '';
  for (let i = 0; i < source.length; i++) {
    const sign = source.charAt(i);
    if (sign === '\\') {
      text += sign;
      while (!inSet && /\s/.test(source.charAt(i + 1))) i++;
      text += source.charAt(++i);
      continue;
    }
    if (sign === '[') inSet++;
    if (sign === ']') inSet--;
    if (inSet > 0 || !/\s/.test(sign)) text += sign;
  }
  return text;
}

class PatternReader {
  readonly #flags: Flags;
  readonly #signs: readonly string[];
  #at = 0;
  #opened = 0;
  #depth = 0;
  readonly #closed = new Set<number>();

  constructor(source: string, flags: Flags) {
    this.#flags = flags;
    this.#signs = [...(flags.free && !flags.literal ? condensed(source) : source)];
  }

  read(): { pattern: Pattern; groups: number } {
    if (this.#flags.literal) {
      const parts = this.#signs.map((sign) => this.#character(point(sign)));
      return { pattern: { kind: 'sequence', parts }, groups: 0 };
    }
    const pattern = this.#alternatives();
    if (this.#at < this.#signs.length) throw new PatternMistake(`“${this.#next()}” closes nothing.`);
    return { pattern, groups: this.#opened };
  }

  #next(): string | undefined {
    return this.#signs[this.#at];
  }

  #skip(sign: string): boolean {
    if (this.#next() !== sign) return false;
    this.#at++;
    return true;
  }

  #take(): string {
    const sign = this.#next();
    if (sign === undefined) throw new PatternMistake('The pattern is not finished.');
    this.#at++;
    return sign;
  }

  #alternatives(): Pattern {
    if (++this.#depth > MAX_DEPTH) throw new PatternMistake('The pattern is nested too deeply.');
    const options = [this.#sequence()];
    while (this.#skip('|')) options.push(this.#sequence());
    this.#depth--;
    const [only] = options;
    return only && options.length === 1 ? only : { kind: 'alternatives', options };
  }

  #sequence(): Pattern {
    const parts: Pattern[] = [];
    for (let sign = this.#next(); sign !== undefined && sign !== '|' && sign !== ')'; sign = this.#next()) {
      parts.push(this.#quantified(this.#atom()));
    }
    return { kind: 'sequence', parts };
  }

  #quantified(of: Pattern): Pattern {
    const bounds = this.#bounds();
    if (!bounds) return of;
    const lazy = this.#skip('?');
    if (/^[?*+{]$/.test(this.#next() ?? '')) throw new PatternMistake(`“${this.#next()}” has nothing to repeat.`);
    return { kind: 'repeat', of, ...bounds, lazy };
  }

  #bounds(): { min: number; max: number } | undefined {
    if (this.#skip('*')) return { min: 0, max: Infinity };
    if (this.#skip('+')) return { min: 1, max: Infinity };
    if (this.#skip('?')) return { min: 0, max: 1 };
    if (!this.#skip('{')) return undefined;
    let text = '';
    while (!this.#skip('}')) text += this.#take();
    const found = /^(\d{1,5})(,(\d{1,5})?)?$/.exec(text);
    if (!found) throw new PatternMistake(`“{${text}}” is no number of times.`);
    const min = Number(found[1]);
    const max = found[2] === undefined ? min : found[3] === undefined ? Infinity : Number(found[3]);
    if (max < min) throw new PatternMistake(`“{${text}}” ends before it begins.`);
    return { min, max };
  }

  #atom(): Pattern {
    const sign = this.#take();
    switch (sign) {
      case '(':
        return this.#group();
      case '[':
        return { kind: 'character', test: remembering(this.#set()) };
      case '.':
        return { kind: 'character', test: this.#flags.dotAll ? () => true : not(isLineEnd) };
      case '^':
        return { kind: 'start' };
      case '$':
        return { kind: 'end' };
      case '\\':
        return this.#escaped();
      case '?':
      case '*':
      case '+':
      case '{':
        throw new PatternMistake(`“${sign}” has nothing to repeat.`);
      case '}':
      case ']':
        throw new PatternMistake(`“${sign}” closes nothing.`);
      default:
        return this.#character(point(sign));
    }
  }

  #character(wanted: number): Pattern {
    const test = this.#cased((at) => at === wanted, wanted);
    return { kind: 'character', test: this.#flags.ignoreCase ? remembering(test) : test };
  }

  #cased(test: CharacterTest, single?: number): CharacterTest {
    if (!this.#flags.ignoreCase) return test;
    // Both sides in all their forms: the Kelvin sign is a k either way.
    return single === undefined ? ignoringCase(test) : ignoringCase(ignoringCase(test));
  }

  #group(): Pattern {
    let index: number | undefined;
    if (this.#skip('?')) {
      if (!this.#skip(':')) throw new PatternMistake('Only (?: can stand at the start of a group.');
    } else {
      index = ++this.#opened;
      if (index > MAX_GROUPS) throw new PatternMistake(`The pattern has more than ${MAX_GROUPS} groups.`);
    }
    const of = this.#alternatives();
    if (!this.#skip(')')) throw new PatternMistake('A group is not closed.');
    if (index !== undefined) this.#closed.add(index);
    return { kind: 'group', of, index };
  }

  #escaped(): Pattern {
    const letter = this.#take();
    if (/^[0-9]$/.test(letter)) return this.#reference(letter);
    const test = this.#classEscape(letter);
    if (test) return { kind: 'character', test: remembering(test) };
    return this.#character(this.#singleEscape(letter));
  }

  /** As many digits as make the number of a group that is closed. */
  #reference(first: string): Pattern {
    let digits = first;
    while (/^[0-9]$/.test(this.#next() ?? '') && this.#closed.has(Number(digits + this.#next())))
      digits += this.#take();
    const index = Number(digits);
    if (!this.#closed.has(index)) throw new PatternMistake(`“\\${digits}” is no group before it.`);
    return { kind: 'reference', index };
  }

  #classEscape(letter: string): CharacterTest | undefined {
    if (letter !== 'p' && letter !== 'P') return classEscape(letter);
    if (this.#take() !== '{') throw new PatternMistake(`“\\${letter}” needs a name in braces.`);
    let name = '';
    while (!this.#skip('}')) name += this.#take();
    const test = unicodeProperty(name);
    return letter === 'p' ? test : not(test);
  }

  #singleEscape(letter: string): number {
    const at = singleEscape(letter);
    if (at === undefined) throw new PatternMistake(`“\\${letter}” is not known.`);
    return at;
  }

  /** `[a-z]`, `[^a-z]`, `[a-z-[aeiou]]`, read behind the opening bracket. */
  #set(): CharacterTest {
    if (++this.#depth > MAX_DEPTH) throw new PatternMistake('The pattern is nested too deeply.');
    const negative = this.#skip('^');
    const tests: CharacterTest[] = [];
    let without: CharacterTest | undefined;
    while (!this.#skip(']')) {
      if (this.#next() === '-' && this.#signs[this.#at + 1] === '[') {
        this.#at += 2;
        without = this.#set();
        if (!this.#skip(']')) throw new PatternMistake('A set that is subtracted must stand last.');
        break;
      }
      tests.push(this.#setItem(tests.length === 0));
    }
    if (tests.length === 0) throw new PatternMistake('A set is empty.');
    this.#depth--;
    const inside = this.#cased((at) => tests.some((test) => test(at)));
    const positive = negative ? not(inside) : inside;
    const excluded = without;
    return excluded ? (at) => positive(at) && !excluded(at) : positive;
  }

  #setItem(first: boolean): CharacterTest {
    const sign = this.#take();
    if (sign === '[') throw new PatternMistake('“[” must be written as “\\[” in a set.');
    if (sign === '-' && !first && this.#next() !== ']') throw new PatternMistake('“-” must be written as “\\-” here.');
    const letter = sign === '\\' ? this.#take() : undefined;
    const test = letter === undefined ? undefined : this.#classEscape(letter);
    if (test) return test;
    const from = letter === undefined ? point(sign) : this.#singleEscape(letter);
    const after = this.#signs[this.#at + 1];
    if (this.#next() !== '-' || after === ']' || after === '[' || after === undefined) return (at) => at === from;
    this.#at++;
    const end = this.#take();
    const to = end === '\\' ? this.#singleEscape(this.#take()) : point(end);
    if (to < from) throw new PatternMistake(`“${sign}-${end}” ends before it begins.`);
    return (at) => at >= from && at <= to;
  }
}
