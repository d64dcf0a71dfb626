import { CONTEXT_FUNCTIONS } from './contexts.ts';
import { CONVERSION_FUNCTIONS } from './conversions.ts';
import type { FunctionDefinition } from './definition.ts';
import { IDENTITY_FUNCTIONS } from './identity.ts';
import { LIST_FUNCTIONS } from './lists.ts';
import { LOGIC_FUNCTIONS } from './logic.ts';
import { MONEY_FUNCTIONS } from './money.ts';
import { NUMBER_FUNCTIONS } from './numbers.ts';
import { RANGE_FUNCTIONS } from './ranges.ts';
import { ROUNDING_FUNCTIONS } from './rounding.ts';
import { STATISTICS_FUNCTIONS } from './statistics.ts';
import { TEMPORAL_FUNCTIONS } from './temporal.ts';
import { TEXT_FUNCTIONS } from './text.ts';
import { PATTERN_FUNCTIONS } from './text-patterns.ts';

/** The families of built-in functions, as the reference lists them. */
export const FUNCTION_FAMILIES = {
  Text: [...TEXT_FUNCTIONS, ...PATTERN_FUNCTIONS],
  'Yes and no': [...LOGIC_FUNCTIONS, ...IDENTITY_FUNCTIONS],
  Numbers: [...NUMBER_FUNCTIONS, ...ROUNDING_FUNCTIONS],
  Money: MONEY_FUNCTIONS,
  Lists: [...LIST_FUNCTIONS, ...STATISTICS_FUNCTIONS],
  'Dates and times': TEMPORAL_FUNCTIONS,
  Ranges: RANGE_FUNCTIONS,
  Records: CONTEXT_FUNCTIONS,
  Conversion: CONVERSION_FUNCTIONS,
} as const satisfies { readonly [family: string]: readonly FunctionDefinition[] };

/** All built-in functions: those of DMN 1.5, and `money`. */
export const FUNCTIONS: readonly FunctionDefinition[] = Object.values(FUNCTION_FAMILIES).flat();

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(FUNCTIONS.map((each) => [each.name, each]));

export function functionNamed(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name);
}
