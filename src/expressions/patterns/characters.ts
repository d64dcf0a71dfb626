import { type CharacterTest, PatternMistake } from './pattern.ts';

export function point(sign: string): number {
  return sign.codePointAt(0) ?? -1;
}

export const isLineEnd: CharacterTest = (at) => at === 10 || at === 13;
const isSpace: CharacterTest = (at) => at === 32 || at === 9 || at === 10 || at === 13;

/** A set that one of JavaScript's own Unicode classes tells. It looks at one character, so it takes no time worth speaking of. */
function unicodeClass(expression: RegExp): CharacterTest {
  return (at) => expression.test(String.fromCodePoint(at));
}

const isDigit = unicodeClass(/^\p{Nd}$/u);
const isWord = unicodeClass(/^[^\p{P}\p{Z}\p{C}]$/u);
const startsName = unicodeClass(/^[\p{L}_:]$/u);
const isInName = unicodeClass(/^[\p{L}\p{N}\p{M}_:.·-]$/u);

export function not(test: CharacterTest): CharacterTest {
  return (at) => !test(at);
}

const CLASS_ESCAPES: { readonly [letter: string]: CharacterTest } = {
  s: isSpace,
  S: not(isSpace),
  d: isDigit,
  D: not(isDigit),
  w: isWord,
  W: not(isWord),
  i: startsName,
  I: not(startsName),
  c: isInName,
  C: not(isInName),
};

/** The set of `\d` and the like, by its letter. */
export function classEscape(letter: string): CharacterTest | undefined {
  return Object.hasOwn(CLASS_ESCAPES, letter) ? CLASS_ESCAPES[letter] : undefined;
}

const SINGLE_ESCAPES: { readonly [letter: string]: string } = { n: '\n', r: '\r', t: '\t' };

/** The character of `\n`, `\.` and the like, by the sign behind the backslash. */
export function singleEscape(letter: string): number | undefined {
  const sign = Object.hasOwn(SINGLE_ESCAPES, letter) ? SINGLE_ESCAPES[letter] : undefined;
  if (sign !== undefined) return point(sign);
  return /^[\\|.^?*+{}()[\]$-]$/.test(letter) ? point(letter) : undefined;
}

/** Blocks of Unicode that `\p{Is…}` knows, first and last code point. */
const BLOCKS: { readonly [name: string]: readonly [number, number] } = {
  BasicLatin: [0x0, 0x7f],
  'Latin-1Supplement': [0x80, 0xff],
  'LatinExtended-A': [0x100, 0x17f],
  'LatinExtended-B': [0x180, 0x24f],
  IPAExtensions: [0x250, 0x2af],
  SpacingModifierLetters: [0x2b0, 0x2ff],
  CombiningDiacriticalMarks: [0x300, 0x36f],
  Greek: [0x370, 0x3ff],
  GreekandCoptic: [0x370, 0x3ff],
  Cyrillic: [0x400, 0x4ff],
  Armenian: [0x530, 0x58f],
  Hebrew: [0x590, 0x5ff],
  Arabic: [0x600, 0x6ff],
  Devanagari: [0x900, 0x97f],
  Bengali: [0x980, 0x9ff],
  Thai: [0xe00, 0xe7f],
  Georgian: [0x10a0, 0x10ff],
  HangulJamo: [0x1100, 0x11ff],
  LatinExtendedAdditional: [0x1e00, 0x1eff],
  GreekExtended: [0x1f00, 0x1fff],
  GeneralPunctuation: [0x2000, 0x206f],
  SuperscriptsandSubscripts: [0x2070, 0x209f],
  CurrencySymbols: [0x20a0, 0x20cf],
  LetterlikeSymbols: [0x2100, 0x214f],
  NumberForms: [0x2150, 0x218f],
  Arrows: [0x2190, 0x21ff],
  MathematicalOperators: [0x2200, 0x22ff],
  BoxDrawing: [0x2500, 0x257f],
  CJKSymbolsandPunctuation: [0x3000, 0x303f],
  Hiragana: [0x3040, 0x309f],
  Katakana: [0x30a0, 0x30ff],
  CJKUnifiedIdeographs: [0x4e00, 0x9fff],
  HangulSyllables: [0xac00, 0xd7af],
};

const CATEGORY = /^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/;

/** The set of `\p{name}`: a general category such as `Lu`, or a block such as `IsGreek`. */
export function unicodeProperty(name: string): CharacterTest {
  if (CATEGORY.test(name)) return unicodeClass(new RegExp(`^\\p{${name}}$`, 'u'));
  const block = name.startsWith('Is') ? name.slice(2) : '';
  const range = Object.hasOwn(BLOCKS, block) ? BLOCKS[block] : undefined;
  if (!range) throw new PatternMistake(`“\\p{${name}}” is not known.`);
  const [first, last] = range;
  return (at) => at >= first && at <= last;
}

/** The character with its capital and small forms. */
export function caseVariants(at: number): readonly number[] {
  const sign = String.fromCodePoint(at);
  const lower = sign.toLowerCase();
  const upper = sign.toUpperCase();
  if (lower === sign && upper === sign) return [at];
  const forms = [lower, upper, lower.toUpperCase(), upper.toLowerCase()];
  const single = forms.filter((form) => point(form) > 0xffff || form.length === 1).map(point);
  return [...new Set([at, ...single])];
}

/** Up to the letters of Europe and the Near East. */
const REMEMBERED = 0x600;

/** The same set, asked only once about each of the common characters. */
export function remembering(test: CharacterTest): CharacterTest {
  const answers = new Int8Array(REMEMBERED);
  return (at) => {
    if (at >= REMEMBERED) return test(at);
    if (answers[at] === 0) answers[at] = test(at) ? 1 : -1;
    return answers[at] === 1;
  };
}

/** The same set for a pattern that takes capital and small letters for the same. */
export function ignoringCase(test: CharacterTest): CharacterTest {
  return (at) => caseVariants(at).some(test);
}
