import { NEXT } from '#contract/answers/answer-exits.ts';
import type { EffectResult, OpenEffect } from '#contract/effect.ts';
import { TIMED_OUT } from '#contract/effect-exits.ts';
import type { Assignment, EnterOutcome, ResumeOutcome, RunContext } from '#contract/element-type.ts';
import type { Scope } from '#expressions/value-type.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { instantOf } from '#prelude/calendar.ts';
import { millisecondsOf } from '#prelude/duration.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { Until, WaitSettings } from './wait.ts';

/** What outputs may read beside the variables: what the event outside carried. */
export const EVENT_SCOPE: Scope = { event: { kind: 'any' } };

/** Asks to be woken. A moment that has passed is not waited for. */
export function begin({ until }: WaitSettings, context: RunContext): EnterOutcome {
  switch (until.kind) {
    case 'duration':
      return { do: 'request', request: { kind: 'wait', until: context.now + millisecondsOf(until.duration) } };
    case 'event': {
      const limit = until.limit === undefined ? {} : { until: context.now + millisecondsOf(until.limit) };
      return { do: 'request', request: { kind: 'wait', event: until.event, ...limit } };
    }
    case 'moment':
      return untilMoment(until.moment, context);
    default:
      return assertNever(until);
  }
}

function untilMoment(source: string, context: RunContext): EnterOutcome {
  const { value, error } = context.evaluate(source);
  const moment = typeof value === 'string' ? instantOf(value, context.timeZone ?? 'UTC') : undefined;
  if (moment === undefined) {
    const why = error ? error.message : 'it is no date and time';
    return { do: 'fail', code: 'wait.no-moment', message: `It is not known how long to wait: ${why}` };
  }
  if (moment - context.now > LIMITS.durationDays * 86_400_000) {
    const message = `It would wait until ${value}, which is more than ${LIMITS.durationDays} days away`;
    return { do: 'fail', code: 'wait.too-long', message };
  }
  const read = { by: 'moment', expression: source, read: context.readsOf(source) };
  if (moment <= context.now) return { do: 'leave', exit: NEXT.name, why: read };
  return { do: 'request', request: { kind: 'wait', until: moment } };
}

/** Goes on when the time is over, the event came, or somebody went on without it. */
export function goOn(
  { until }: WaitSettings,
  result: EffectResult,
  _effect: OpenEffect,
  context: RunContext,
): ResumeOutcome {
  const hasLimit = until.kind === 'event' && until.limit !== undefined;
  switch (result.status) {
    case 'done':
      return { do: 'leave', exit: NEXT.name, sets: outputs(until, result.value ?? null, context) };
    case 'timed-out':
    case 'skipped':
      return { do: 'leave', exit: hasLimit ? TIMED_OUT.name : NEXT.name, why: { by: result.status } };
    case 'failed':
      return { do: 'fail', code: result.code, message: result.message };
    default:
      return assertNever(result);
  }
}

function outputs(until: Until, event: Assignment['value'], context: RunContext): readonly Assignment[] {
  if (until.kind !== 'event') return [];
  return until.outputs.map(({ variable: key, value: expression }, index) => {
    const { value } = context.evaluate(expression, { event });
    const cause = { by: `outputs.${index}`, expression };
    return value === null ? { key, cause } : { key, value, cause };
  });
}
