import type { Tree } from '@lezer/common';
import { parser, type trackVariables } from 'lezer-feel';
import { fail, ok, type Result } from '#prelude/result.ts';
import { type ExpressionError, expressionError } from '../errors.ts';
import { needsIntroduction, normalName } from './names.ts';

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
      const isNew = DECLARED_NAME_TERMS.has(term) && needsIntroduction(name) && !known.keys.has(name);
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

/**
 * Reads the text into the grammar's tree; a text with any mistake gives none.
 *
 * @param names odd names that the expression may use, see {@link needsIntroduction}
 */
export function parseTree(source: string, names: readonly string[]): Result<Tree, ExpressionError> {
  const configured =
    names.length === 0 ? plainParser : parser.configure({ strict: true, contextTracker: nameTracker(names) });
  const text = source.includes('range') ? source.replace(RANGE_TYPE, '$1list ') : source;
  try {
    return ok(configured.parse(text));
  } catch (error) {
    // The parser's only way to say no is to throw; anything else it throws is a bug.
    const at = error instanceof SyntaxError ? /^No parse at (\d+)$/.exec(error.message)?.[1] : undefined;
    if (at === undefined) throw error;
    return fail(syntaxError(source, Number(at)));
  }
}

function syntaxError(source: string, at: number): ExpressionError {
  const rest = source.slice(at);
  const found = /^\s*("[^"]*"?|[\p{L}\p{N}_]+|\S)/u.exec(rest)?.[1];
  if (found === undefined) {
    const end = source.trimEnd().length;
    return expressionError('expression.syntax', { from: end, to: end }, 'The expression is not finished.');
  }
  const from = at + rest.indexOf(found);
  return expressionError('expression.syntax', { from, to: from + found.length }, `“${found}” is not expected here.`);
}
