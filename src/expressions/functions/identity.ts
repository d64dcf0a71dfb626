import { BOOLEAN } from '../types/static-type.ts';
import { ClockTime, zoneText } from '../values/clock-time.ts';
import { equals } from '../values/compare.ts';
import { DateTime } from '../values/date-time.ts';
import { kindOf, type Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { any, optional } from './parameters.ts';

/** Whether two values are the same in every part: also in their kind, and the zones of times too. */
function identical(call: Call, a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b) || zoneOf(a) !== zoneOf(b)) return false;
  return equals(a, b, call.run) === true;
}

function zoneOf(value: Value): string {
  if (value instanceof ClockTime) return zoneText(value.zone);
  return value instanceof DateTime ? zoneText(value.time.zone) : '';
}

export const IDENTITY_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'is',
    help: 'Whether two values are the same in every part, their kind and time zone too.',
    example: { expression: 'is(@"12:00:00Z", @"13:00:00+01:00")', value: false },
    forms: [
      form([optional(any('value1')), optional(any('value2'))], BOOLEAN, (call, a, b) =>
        identical(call, a ?? null, b ?? null),
      ),
    ],
  },
];
