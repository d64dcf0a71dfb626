import type { WhyReason } from '#api/sessions.ts';
import type { SessionEvent } from '#contract/event.ts';
import type { Program } from '#engine/program.ts';
import { showValue } from '#engine/show-value.ts';
import { type Reason, whyHere } from '#engine/why.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { ElementPath } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** Why a session came to a visit, in sentences that name elements and variables as the designer did. */
export function presentWhy(
  program: Program,
  events: readonly SessionEvent[],
  n: number | undefined,
): readonly WhyReason[] {
  return whyHere(events, n).map((reason) => ({
    kind: reason.kind,
    ...('element' in reason ? { element: reason.element } : {}),
    words: words(reason, program),
  }));
}

function words(reason: Reason, program: Program): string {
  const name = (element: ElementPath) => `“${program.find(element)?.node.element.name ?? element}”`;
  switch (reason.kind) {
    case 'started':
      return `The Interaction begins at ${name(reason.element)}`;
    case 'answered':
      return `${name(reason.element)} was answered: ${reason.shown === '' ? 'nothing' : reason.shown}`;
    case 'passed':
      return `${name(reason.element)} was read and left`;
    case 'decided':
      return `${name(reason.element)} went on by ${exitOf(reason, program)}${because(reason, program)}`;
    case 'set':
      return `${name(reason.element)} set ${variable(reason.key, program)}${setTo(reason)}${because(reason, program)}`;
    case 'result':
      return `${name(reason.element)}: ${RESULTS[reason.status]}`;
    case 'went-back':
      return `Somebody went back to ${name(reason.to)}`;
    case 'jumped':
      return `Somebody jumped to ${name(reason.to)}`;
    case 'returned':
      return `Somebody returned to ${name(reason.to)} after a jump`;
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
  const values = Object.entries(read ?? {}).map(([key, value]) => `${variable(key, program)} is ${shown(value)}`);
  if (expression === undefined) return values.length > 0 ? `, as ${values.join(', ')}` : '';
  return `, because ${expression}${values.length > 0 ? ` (${values.join(', ')})` : ''}`;
}

function setTo({ value, secret }: Reason & { kind: 'set' }): string {
  if (secret) return ', which is secret';
  return value === undefined ? ' to nothing' : ` to ${shown(value)}`;
}

function variable(key: string, program: Program): string {
  const own = key.slice(key.lastIndexOf('/') + 1);
  return program.interaction.variables[own as never]?.label ?? own;
}

function shown(value: Json | undefined): string {
  const text = showValue(value, { kind: 'any' }, 'en', () => undefined);
  return text === '' ? 'nothing' : text;
}
