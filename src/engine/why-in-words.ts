import type { SessionEvent } from '#contract/event.ts';
import { describeExpression } from '#expressions/describe.ts';
import { parseExpression } from '#expressions/expression.ts';
import type { ValueType } from '#expressions/value-type.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { ElementPath, VariableKey } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Program } from './program.ts';
import { showValue } from './show-value.ts';
import { type Reason, whyHere } from './why.ts';

/** One thing that led to a page, as a sentence. */
interface ReasonInWords {
  readonly kind: Reason['kind'];
  readonly element?: ElementPath;
  readonly words: string;
  /** Its place in the log. */
  readonly event: number;
}

/**
 * Why a session came to a visit, in sentences that name elements and variables as the designer did.
 *
 * @param n the visit; the newest unless said
 */
export function whyInWords(program: Program, events: readonly SessionEvent[], n?: number): readonly ReasonInWords[] {
  return whyHere(events, n).map((reason) => ({
    kind: reason.kind,
    ...('element' in reason ? { element: reason.element } : {}),
    words: words(reason, program),
    event: reason.event,
  }));
}

function words(reason: Reason, program: Program): string {
  const name = (element: ElementPath) => `“${program.find(element)?.node.element.name ?? element}”`;
  switch (reason.kind) {
    case 'started':
      return `The Interaction begins with ${name(reason.element)}`;
    case 'answered':
      return `${name(reason.element)} was answered: ${reason.shown === '' ? 'nothing' : reason.shown}`;
    case 'passed':
      return `${name(reason.element)} was read and left`;
    case 'decided':
      return `${name(reason.element)} went on by ${exitOf(reason, program)}${because(reason, program)}`;
    case 'set':
      return `${name(reason.element)} set ${variable(reason.key, program)}${setTo(reason, program)}`;
    case 'result':
      return `${name(reason.element)}: ${RESULTS[reason.status]}`;
    case 'went-back':
      return `Gone back ${moved(reason, name)}`;
    case 'jumped':
      return `Gone to another topic, ${moved(reason, name)}`;
    case 'returned':
      return `Returned from another topic, ${moved(reason, name)}`;
    case 'asked-again':
      return `${name(reason.to)} is asked again: its answer is secret and was not kept`;
    case 'transferred':
      return `The session was handed over${reason.note ? `: ${reason.note}` : ''}`;
    case 'sub-ended':
      return `${name(reason.element)} ended: ${reason.outcome}`;
    default:
      return assertNever(reason);
  }
}

function moved(
  { from, to }: { readonly from?: ElementPath; readonly to: ElementPath },
  name: (element: ElementPath) => string,
): string {
  return from === undefined ? `to ${name(to)}` : `from ${name(from)} to ${name(to)}`;
}

const RESULTS = {
  done: 'an answer came',
  failed: 'it failed',
  'timed-out': 'no answer came in time',
  skipped: 'somebody went on without an answer',
} as const;

function exitOf({ element, exit, by }: Reason & { kind: 'decided' }, program: Program): string {
  const label = program.find(element)?.node.exits.get(exit)?.exit.label ?? exit;
  return by === exit ? `“${label}”` : `“${label}” (${by})`;
}

function because({ expression, read }: { expression?: string; read?: JsonObject }, program: Program): string {
  const values = Object.entries(read ?? {}).map(
    ([key, value]) => `${variable(key, program)} is ${shown(key, value, program)}`,
  );
  if (expression === undefined) return values.length > 0 ? `, as ${values.join(', ')}` : '';
  return `, because ${inWords(expression)}${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
}

/** Of a calculation its result, and what was reckoned with. */
function setTo({ key, value, secret, expression, read }: Reason & { kind: 'set' }, program: Program): string {
  if (secret) return ', which is secret';
  const to = value === undefined ? ' to nothing' : ` to ${shown(key, value, program)}`;
  // What is given as it stands explains itself.
  if (expression === undefined || Object.keys(read ?? {}).length === 0) return to;
  return `${to}: ${inWords(expression)}${because({ ...(read ? { read } : {}) }, program)}`;
}

function inWords(expression: string): string {
  const parsed = parseExpression(expression);
  return parsed.ok ? describeExpression(parsed.value) : expression;
}

function variable(key: string, program: Program): string {
  return program.interaction.variables[ownKey(key)]?.label ?? ownKey(key);
}

/** The key without the path of the element whose sub-Interaction it belongs to. */
function ownKey(key: string): VariableKey {
  return key.slice(key.lastIndexOf('/') + 1) as VariableKey;
}

function shown(key: string, value: Json | undefined, program: Program): string {
  const own = ownKey(key);
  const { type: kind = 'any' } = program.interaction.variables[own] ?? {};
  const type: ValueType = { kind: kind === 'list' || kind === 'record' ? 'any' : kind };
  const text = showValue(value, type, 'en', (option) => program.label(own, option, program.sourceLanguage));
  return text === '' ? 'nothing' : text;
}
