import { assertNever } from '#prelude/assert-never.ts';
import { compileTypeTest } from '../compile/instance-of.ts';
import { type ExpressionError, expressionError } from '../errors.ts';
import type { AtNode, InstanceOfNode, Node } from '../syntax/node.ts';
import type { Scope, ValueType } from '../value-type.ts';
import { parseTemporal } from '../values/parse-temporal.ts';
import { checkCall } from './check-calls.ts';
import { checkContext, checkFilter, checkList, checkPath } from './check-collections.ts';
import { checkFor, checkFunction, checkQuantified } from './check-iteration.ts';
import { checkInput, checkName } from './check-names.ts';
import {
  checkArithmetic,
  checkBetween,
  checkComparison,
  checkIf,
  checkIn,
  checkLogic,
  checkNegation,
  checkRange,
} from './check-operators.ts';
import type { Checker, TypeBinding } from './checker.ts';
import { ANY, BOOLEAN, NULL, NUMBER, rangeOf, type StaticType, TEXT } from './static-type.ts';
import { typeOfKind } from './type-of-kind.ts';
import { fits, outsideType, typeName } from './type-relations.ts';

/** The type of an expression, and everything that is wrong with it in the order in which it stands. */
export function checkTree(
  root: Node,
  scope: Scope,
  expected?: ValueType,
): { readonly type: ValueType; readonly problems: readonly ExpressionError[] } {
  const problems: ExpressionError[] = [];
  const withBindings = (bindings: readonly TypeBinding[]): Checker => {
    const checker: Checker = {
      scope,
      bindings,
      typeOf: (node) => checkNode(node, checker),
      within: (more) => withBindings([...bindings, ...more]),
      problem: (code, at, message) => problems.push(expressionError(code, at, message)),
    };
    return checker;
  };
  const checker = withBindings([]);
  const type = checker.typeOf(root);
  if (expected && !fits(type, expected)) {
    checker.problem('expression.wrong-type', root, `This is ${typeName(type)}, but ${typeName(expected)} is needed.`);
  }
  problems.sort((a, b) => a.from - b.from);
  return { type: outsideType(type), problems };
}

function checkNode(node: Node, checker: Checker): StaticType {
  switch (node.kind) {
    case 'number':
      return NUMBER;
    case 'text':
      return TEXT;
    case 'boolean':
      return BOOLEAN;
    case 'null':
      return NULL;
    case 'at':
      return checkAt(node, checker);
    case 'name':
      return checkName(node, checker);
    case 'input':
      return checkInput(node, checker);
    case 'path':
      return checkPath(node, checker);
    case 'filter':
      return checkFilter(node, checker);
    case 'call':
      return checkCall(node, checker);
    case 'negate':
      return checkNegation(node, checker);
    case 'arithmetic':
      return checkArithmetic(node, checker);
    case 'compare':
      return checkComparison(node, checker);
    case 'between':
      return checkBetween(node, checker);
    case 'in':
      return checkIn(node, checker);
    case 'logic':
      return checkLogic(node, checker);
    case 'if':
      return checkIf(node, checker);
    case 'for':
      return checkFor(node, checker);
    case 'quantified':
      return checkQuantified(node, checker);
    case 'instance-of':
      return checkInstanceOf(node, checker);
    case 'list':
      return checkList(node, checker);
    case 'context':
      return checkContext(node, checker);
    case 'range':
      return checkRange(node, checker);
    case 'unary-test':
      return rangeOf(checker.typeOf(node.endpoint));
    case 'function':
      return checkFunction(node, checker);
    default:
      return assertNever(node);
  }
}

function checkAt(node: AtNode, checker: Checker): StaticType {
  const value = parseTemporal(node.text);
  if (value !== undefined) return typeOfKind(value);
  checker.problem('expression.bad-value', node, `“${node.text}” is no date, time or duration.`);
  return ANY;
}

function checkInstanceOf(node: InstanceOfNode, checker: Checker): StaticType {
  checker.typeOf(node.value);
  if (!compileTypeTest(node.type)) checker.problem('expression.unknown-type', node.type, 'There is no such type.');
  return BOOLEAN;
}
