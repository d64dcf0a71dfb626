import { assertNever } from '#prelude/assert-never.ts';
import type { Expression } from './expression.ts';
import type { ArithmeticOperator, CallNode, CompareNode, CompareOperator, Iterator, Node } from './syntax/node.ts';

/** An expression in words: `problem = "billing" and age > 17` is "problem equals billing and age is more than 17". */
export function describeExpression(expression: Expression): string {
  return describe(expression.root, expression.source);
}

const COMPARISONS: { readonly [operator in CompareOperator]: string } = {
  '=': 'equals',
  '!=': 'is not',
  '<': 'is less than',
  '<=': 'is at most',
  '>': 'is more than',
  '>=': 'is at least',
};
/** The words beside a date or a time. */
const COMPARISONS_IN_TIME: { readonly [operator in CompareOperator]: string } = {
  '=': 'is',
  '!=': 'is not',
  '<': 'is before',
  '<=': 'is at the latest',
  '>': 'is after',
  '>=': 'is at the earliest',
};
const CALCULATIONS: { readonly [operator in ArithmeticOperator]: string } = {
  '+': 'plus',
  '-': 'minus',
  '*': 'times',
  '/': 'divided by',
  '**': 'to the power of',
};
const CALLS_AS_SENTENCES: { readonly [name: string]: { readonly holds: string; readonly fails: string } } = {
  contains: { holds: 'contains', fails: 'does not contain' },
  'starts with': { holds: 'starts with', fails: 'does not start with' },
  'ends with': { holds: 'ends with', fails: 'does not end with' },
  matches: { holds: 'matches the pattern', fails: 'does not match the pattern' },
  'list contains': { holds: 'has', fails: 'does not have' },
};

function describe(node: Node, source: string): string {
  const say = (part: Node) => describe(part, source);
  const grouped = (part: Node) => (part.kind === 'logic' || part.kind === 'if' ? `(${say(part)})` : say(part));
  switch (node.kind) {
    case 'text':
      return textInWords(node.value);
    case 'boolean':
      return node.value ? 'yes' : 'no';
    case 'null':
      return 'nothing';
    case 'at':
      return node.text;
    case 'name':
      return node.name;
    case 'path':
      return `${node.field.name} of ${grouped(node.of)}`;
    case 'filter':
      return node.predicate.kind === 'number'
        ? `item ${node.predicate.value} of ${grouped(node.of)}`
        : `those of ${grouped(node.of)} where ${say(node.predicate)}`;
    case 'call':
      return callInWords(node, source);
    case 'negate':
      return `minus ${grouped(node.of)}`;
    case 'arithmetic': {
      const rest = node.rest.map(
        ({ operator, operand }) => ` ${CALCULATIONS[operator]} ${inCalculation(operand, source)}`,
      );
      return `${inCalculation(node.first, source)}${rest.join('')}`;
    }
    case 'compare':
      return comparisonInWords(node, source);
    case 'between':
      return `${grouped(node.value)} is between ${say(node.low)} and ${say(node.high)}`;
    case 'in':
      return `${grouped(node.value)} is ${choices(node.tests, source)}`;
    case 'logic':
      return node.operands.map(grouped).join(` ${node.operator} `);
    case 'if':
      return `if ${say(node.condition)} then ${say(node.yes)}, otherwise ${say(node.no)}`;
    case 'for':
      return `for each ${iterators(node.iterators, source)}: ${say(node.body)}`;
    case 'quantified': {
      const start = node.quantifier === 'some' ? 'for at least one' : 'for every';
      return `${start} ${iterators(node.iterators, source)}, ${say(node.condition)}`;
    }
    case 'list':
      return node.items.length === 0 ? 'an empty list' : listed(node.items.map(say), 'and');
    case 'range':
      return `${say(node.start)} to ${say(node.end)}`;
    case 'unary-test':
      return `${COMPARISONS[node.operator]} ${say(node.endpoint)}`;
    case 'number':
    case 'input':
    case 'instance-of':
    case 'context':
    case 'function':
      return source.slice(node.from, node.to).replace(/\s+/g, ' ');
    default:
      return assertNever(node);
  }
}

/** Texts stand without quotes where nobody can mistake them for something else. */
function textInWords(text: string): string {
  const plain =
    /^[\p{L}\p{N}][\p{L}\p{N}_.'-]*( [\p{L}\p{N}_.'-]+)*$/u.test(text) && !/\b(and|or|is|not|then)\b/i.test(text);
  return plain ? text : `“${text}”`;
}

function comparisonInWords(node: CompareNode, source: string): string {
  const { operator, left, right } = node;
  const subject = describe(left, source);
  if (right.kind === 'null' && operator === '=') return `${subject} is not set`;
  if (right.kind === 'null' && operator === '!=') return `${subject} is set`;
  const list = emptyList(node);
  if (list) return `${describe(list, source)} ${operator === '=' ? 'is empty' : 'is not empty'}`;
  if (right.kind === 'boolean' && operator === '=') return `${subject} is ${describe(right, source)}`;
  const inTime = right.kind === 'at' && !right.text.includes('P');
  const words = (inTime ? COMPARISONS_IN_TIME : COMPARISONS)[operator];
  return `${subject} ${words} ${describe(right, source)}`;
}

/** The list of `count(list) = 0` or `count(list) > 0`. */
function emptyList({ operator, left, right }: CompareNode): Node | undefined {
  if (left.kind !== 'call' || right.kind !== 'number' || right.value !== 0) return undefined;
  if (operator !== '=' && operator !== '>') return undefined;
  const [list] = left.args.kind === 'positional' ? left.args.values : [];
  return left.callee.kind === 'name' && left.callee.name === 'count' ? list : undefined;
}

function callInWords(node: CallNode, source: string): string {
  const say = (part: Node) => describe(part, source);
  const name = node.callee.kind === 'name' ? node.callee.name : say(node.callee);
  if (node.args.kind === 'named') {
    return `${name}(${node.args.values.map((arg) => `${arg.name}: ${say(arg.value)}`).join(', ')})`;
  }
  const [first, second] = node.args.values;
  if (name === 'not' && first && !second) return negationInWords(first, source);
  const words = sentence(node, 'holds', source);
  return words ?? `${name}(${node.args.values.map(say).join(', ')})`;
}

function negationInWords(node: Node, source: string): string {
  const say = (part: Node) => describe(part, source);
  if (node.kind === 'in') return `${say(node.value)} is not ${choices(node.tests, source)}`;
  if (node.kind === 'name' || node.kind === 'path') return `${say(node)} is no`;
  return (node.kind === 'call' && sentence(node, 'fails', source)) || `it is not so that ${say(node)}`;
}

/** `contains(name, "x")` as the sentence it is. */
function sentence({ callee, args }: CallNode, outcome: 'holds' | 'fails', source: string): string | undefined {
  if (callee.kind !== 'name' || args.kind !== 'positional' || args.values.length !== 2) return undefined;
  const words = Object.hasOwn(CALLS_AS_SENTENCES, callee.name) ? CALLS_AS_SENTENCES[callee.name] : undefined;
  const [subject, object] = args.values;
  return words && subject && object && `${describe(subject, source)} ${words[outcome]} ${describe(object, source)}`;
}

function inCalculation(node: Node, source: string): string {
  const words = describe(node, source);
  const simple =
    node.kind === 'number' ||
    node.kind === 'name' ||
    node.kind === 'text' ||
    node.kind === 'at' ||
    node.kind === 'call';
  return simple || node.kind === 'path' ? words : `(${words})`;
}

function choices(tests: readonly Node[], source: string): string {
  const [only] = tests;
  const items = tests.length === 1 && only?.kind === 'list' ? only.items : tests;
  const words = items.map((test) => describe(test, source).replace(/^is /, ''));
  if (items.length === 1 && items[0]?.kind !== 'list') {
    return items[0]?.kind === 'range' ? `between ${words[0]}` : (words[0] ?? '');
  }
  return `one of ${listed(words, 'or')}`;
}

function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`;
}

function iterators(all: readonly Iterator[], source: string): string {
  const each = all.map(({ name, source: of, end }) => {
    const to = end ? ` to ${describe(end, source)}` : '';
    return `${name} in ${describe(of, source)}${to}`;
  });
  return listed(each, 'and');
}
