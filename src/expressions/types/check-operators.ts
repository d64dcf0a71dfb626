import type { Span } from '../errors.ts';
import { someNode } from '../syntax/child-nodes.ts';
import type {
  ArithmeticNode,
  ArithmeticOperator,
  BetweenNode,
  CompareNode,
  IfNode,
  InNode,
  LogicNode,
  NegateNode,
  Node,
  RangeNode,
} from '../syntax/node.ts';
import { startOfSentence } from '../words.ts';
import type { Checker } from './checker.ts';
import { ANY, BOOLEAN, DATE_TIME, DURATION, MONEY, NUMBER, rangeOf, type StaticType, TEXT } from './static-type.ts';
import { comparable, either, fits, isAmount, isOrdered, typeName } from './type-relations.ts';

export function checkArithmetic(node: ArithmeticNode, checker: Checker): StaticType {
  let whole = checker.typeOf(node.first);
  for (const { operator, operand } of node.rest) {
    const right = checker.typeOf(operand);
    const result = resultOf(operator, whole, right);
    if (!result) {
      const sides = `${typeName(whole)} and ${typeName(right)}`;
      checker.problem(
        'expression.wrong-type',
        { from: node.from, to: operand.to },
        `“${operator}” cannot be used between ${sides}.`,
      );
    }
    whole = result ?? ANY;
  }
  return whole;
}

/** The type of the result of an operator; undefined where it takes no such values. */
function resultOf(operator: ArithmeticOperator, a: StaticType, b: StaticType): StaticType | undefined {
  if (isUnknown(a) || isUnknown(b)) return resultBesideUnknown(operator, isUnknown(a) ? b : a);
  if (a.kind === 'number' && b.kind === 'number') return NUMBER;
  const one = (kind: StaticType['kind']) => (a.kind === kind ? b : b.kind === kind ? a : undefined);
  const besideMoney = one('money');
  const besideDuration = one('duration');
  switch (operator) {
    case '+':
      if (fits(a, TEXT) && fits(b, TEXT)) return TEXT;
      if (besideMoney) return isAmount(besideMoney) ? MONEY : undefined;
      return besideDuration && isTemporal(besideDuration) ? besideDuration : undefined;
    case '-':
      if (besideMoney) return isAmount(besideMoney) ? MONEY : undefined;
      if (b.kind === 'duration') return isTemporal(a) ? a : undefined;
      return bothMoments(a, b) ? DURATION : undefined;
    case '*':
      if (besideMoney) return besideMoney.kind === 'number' ? MONEY : undefined;
      return besideDuration?.kind === 'number' ? DURATION : undefined;
    case '/':
      if (a.kind !== 'money' && a.kind !== 'duration') return undefined;
      return b.kind === 'number' ? a : b.kind === a.kind ? NUMBER : undefined;
    case '**':
      return undefined;
  }
}

function isUnknown({ kind }: StaticType): boolean {
  return kind === 'any' || kind === 'null';
}

/** What can be said where only one side is known. */
function resultBesideUnknown(operator: ArithmeticOperator, known: StaticType): StaticType | undefined {
  if (isUnknown(known)) return operator === '**' ? NUMBER : ANY;
  const calculable = isAmount(known) || isTemporal(known) || (operator === '+' && fits(known, TEXT));
  if (!calculable) return undefined;
  return fits(known, TEXT) ? TEXT : operator === '**' ? NUMBER : ANY;
}

function isTemporal({ kind }: StaticType): boolean {
  return kind === 'date' || kind === 'time' || kind === 'date-time' || kind === 'duration';
}

function bothMoments(a: StaticType, b: StaticType): boolean {
  if (a.kind === 'time' && b.kind === 'time') return true;
  return [a, b].every(({ kind }) => kind === 'date' || kind === DATE_TIME.kind);
}

export function checkNegation(node: NegateNode, checker: Checker): StaticType {
  const type = checker.typeOf(node.of);
  if (isAmount(type) || type.kind === 'duration' || isUnknown(type)) return type;
  checker.problem('expression.wrong-type', node, `“-” cannot stand before ${typeName(type)}.`);
  return ANY;
}

export function checkComparison(node: CompareNode, checker: Checker): StaticType {
  const left = checker.typeOf(node.left);
  const right = checker.typeOf(node.right);
  const equality = node.operator === '=' || node.operator === '!=';
  mustCompare(left, right, equality, node, checker);
  return BOOLEAN;
}

function mustCompare(a: StaticType, b: StaticType, equality: boolean, at: Span, checker: Checker): void {
  if (!comparable(a, b)) {
    checker.problem(
      'expression.wrong-type',
      at,
      `${startOfSentence(typeName(a))} and ${typeName(b)} cannot be compared.`,
    );
  } else if (!equality && !(isOrdered(a) && isOrdered(b))) {
    const unordered = isOrdered(a) ? b : a;
    checker.problem(
      'expression.wrong-type',
      at,
      `${startOfSentence(typeName(unordered))} is neither less nor more than another.`,
    );
  }
}

export function checkBetween(node: BetweenNode, checker: Checker): StaticType {
  const value = checker.typeOf(node.value);
  mustCompare(value, checker.typeOf(node.low), false, node, checker);
  mustCompare(value, checker.typeOf(node.high), false, node, checker);
  return BOOLEAN;
}

export function checkIn(node: InNode, checker: Checker): StaticType {
  const value = checker.typeOf(node.value);
  const inner = checker.within([{ kind: 'bound', name: '?', type: value }]);
  for (const test of node.tests) checkTest(value, test, inner);
  return BOOLEAN;
}

function checkTest(value: StaticType, test: Node, checker: Checker): void {
  if (test.kind === 'unary-test') {
    const equality = test.operator === '=' || test.operator === '!=';
    mustCompare(value, checker.typeOf(test.endpoint), equality, test, checker);
    return;
  }
  const type = checker.typeOf(test);
  if (someNode(test, ({ kind }) => kind === 'input')) return;
  const items = type.kind === 'list' && value.kind !== 'list' ? type.items : type;
  const wanted = items.kind === 'range' && value.kind !== 'range' ? items.of : items;
  mustCompare(value, wanted, items.kind !== 'range', test, checker);
}

export function checkRange(node: RangeNode, checker: Checker): StaticType {
  const start = checker.typeOf(node.start);
  const end = checker.typeOf(node.end);
  mustCompare(start, end, false, node, checker);
  return rangeOf(either(start, end));
}

export function checkLogic(node: LogicNode, checker: Checker): StaticType {
  for (const operand of node.operands) mustBeCondition(operand, checker);
  return BOOLEAN;
}

export function checkIf(node: IfNode, checker: Checker): StaticType {
  mustBeCondition(node.condition, checker);
  return either(checker.typeOf(node.yes), checker.typeOf(node.no));
}

function mustBeCondition(node: Node, checker: Checker): void {
  const type = checker.typeOf(node);
  if (fits(type, BOOLEAN)) return;
  checker.problem('expression.wrong-type', node, `A condition is needed here, not ${typeName(type)}.`);
}
