import type { PartialParse, Tree } from '@lezer/common';
import { parser, type trackVariables } from 'lezer-feel';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type ExpressionError, expressionError } from '../errors.ts';
import { needsIntroduction, normalName } from './names.ts';
import { tooDeepAt } from './nesting.ts';

/**
 * What the grammar's tokenizer asks of its context: the words of the name being read, and which names are known.
 *
 * The grammar's own tracker follows scopes and values through the whole expression and takes seconds for hostile texts
 * (a list in a list in a list …). Ours knows names only, takes constant time a token, and forgets scopes: an odd name
 * such as `a-b` that was declared somewhere stays known to the end of the expression.
 */
interface NameContext {
  readonly tokens: readonly string[];
  contextCache(): KnownNames;
}

interface KnownNames {
  readonly keys: ReadonlySet<string>;
  readonly prefixes: ReadonlySet<string>;
}

/** Longer names are cut: they are no names of anybody, and the tokenizer joins all words at each word. */
const MAX_WORDS = 24;
/** So many odd names an expression may declare itself; each is added to a copy of those before it. */
const MAX_ODD_NAMES = 50;

function knowing(names: Iterable<string>): KnownNames {
  const keys = new Set<string>();
  const prefixes = new Set<string>();
  for (const name of names) {
    const normal = normalName(name);
    keys.add(normal);
    for (let i = 1; i <= normal.length; i++) prefixes.add(normal.slice(0, i));
  }
  return { keys, prefixes };
}

function nameContext(tokens: readonly string[], known: KnownNames): NameContext {
  return { tokens, contextCache: () => known };
}

const termsNamed = (name: string) =>
  new Set(parser.nodeSet.types.filter((type) => type.name === name).map((type) => type.id));
const WORD_TERMS = termsNamed('Identifier');
const DECLARED_NAME_TERMS = termsNamed('Name');
const NAME_TERMS = new Set([...DECLARED_NAME_TERMS, ...termsNamed('VariableName'), ...termsNamed('PathName')]);

type Tracker = ReturnType<typeof trackVariables>;
interface Reader {
  readonly pos: number;
  read(from: number, to: number): string;
}

function nameTracker(names: readonly string[]): Tracker {
  return {
    start: nameContext([], knowing(names)),
    shift: (context: NameContext) => context,
    reduce(context: NameContext, term: number, stack: { readonly pos: number }, input: Reader): NameContext {
      if (WORD_TERMS.has(term)) {
        if (context.tokens.length >= MAX_WORDS) return context;
        const word = input.read(input.pos, stack.pos).trim();
        return nameContext([...context.tokens, word], context.contextCache());
      }
      if (!NAME_TERMS.has(term)) return context;
      const known = context.contextCache();
      const name = context.tokens.join(' ');
      const isNew =
        DECLARED_NAME_TERMS.has(term) &&
        needsIntroduction(name) &&
        !known.keys.has(name) &&
        known.keys.size < names.length + MAX_ODD_NAMES;
      return nameContext([], isNew ? knowing([...known.keys, name]) : known);
    },
    reuse: (context: NameContext) => context,
    hash: () => 0,
    strict: false,
  };
}

const plainParser = parser.configure({ strict: true, contextTracker: nameTracker([]) });

/** The grammar has no `range<…>` type. Written as a list of the same length it is read, and told apart by the source. */
const RANGE_TYPE = /(\binstance\s+of\s+(?:list\s*<\s*)*)range(?=\s*<)/g;

/** Types inside types take the parser more and more time. */
const TYPE_OF = /\b(?:list|context|function|range)\s*</g;

/**
 * Reads the text into the grammar's tree; a text with any mistake gives none.
 *
 * @param names odd names that the expression may use, see {@link needsIntroduction}
 */
export function parseTree(source: string, names: readonly string[]): Result<Tree, ExpressionError> {
  const configured =
    names.length === 0 ? plainParser : parser.configure({ strict: true, contextTracker: nameTracker(names) });
  const levels = LIMITS.expressionDepth;
  const deep = tooDeepAt(source, levels) ?? (source.match(TYPE_OF)?.length ?? 0) > levels;
  if (deep !== false) {
    const from = deep === true ? 0 : deep;
    const message = `The expression is nested more than ${levels} levels deep.`;
    return fail(expressionError('expression.too-deep', { from, to: source.length }, message));
  }
  const text = source.includes('range') ? source.replace(RANGE_TYPE, '$1list ') : source;
  try {
    return readWhole(configured.startParse(text), source);
  } catch (error) {
    // The parser's only way to say no is to throw; anything else it throws is a bug.
    const at = error instanceof SyntaxError ? /^No parse at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (at === undefined) throw error;
    return fail(syntaxError(source, Number(at)));
  }
}

/** The parser counts operators of one chain, `a + b + c …`, and past 300 gives up at an innocent place. */
const OPERATORS_AT_ONCE = 250;
const MAX_LONG_CHAINS = 4;

/** Lets the parser go on for some times 250 operators, then tells what is the matter. */
function readWhole(parse: PartialParse, source: string): Result<Tree, ExpressionError> {
  for (let longChains = 0; longChains < MAX_LONG_CHAINS; ) {
    const tree = parse.advance();
    if (tree) return ok(tree);
    if ('bigReductionCount' in parse && Number(parse.bigReductionCount) > OPERATORS_AT_ONCE) {
      longChains++;
      Object.assign(parse, { bigReductionCount: 0 });
    }
  }
  const message = 'The expression has too long a chain of operators; a list takes more values.';
  return fail(expressionError('expression.too-deep', { from: 0, to: source.length }, message));
}

function syntaxError(source: string, at: number): ExpressionError {
  const rest = source.slice(at);
  const found = /^\s*("[^"]*"?|[\p{L}\p{N}_]+|\S)/u.exec(rest)?.[1];
  if (found === undefined) {
    const end = source.trimEnd().length;
    return expressionError('expression.syntax', { from: end, to: end }, 'The expression is not finished.');
  }
  const from = at + rest.indexOf(found);
  if (found.startsWith('"') && (found.length === 1 || !found.endsWith('"'))) {
    return expressionError(
      'expression.syntax',
      { from, to: source.length },
      'The text that begins here is not closed.',
    );
  }
  return expressionError(
    'expression.syntax',
    { from, to: from + found.length },
    `“${found.slice(0, 40)}” is not expected here.`,
  );
}
