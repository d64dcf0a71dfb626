import type { FunctionDefinition } from './definition.ts';
import { TEXT_FUNCTIONS } from './text.ts';

/** All built-in functions. */
export const FUNCTIONS: readonly FunctionDefinition[] = [...TEXT_FUNCTIONS];

const BY_NAME: ReadonlyMap<string, FunctionDefinition> = new Map(FUNCTIONS.map((each) => [each.name, each]));

export function functionNamed(name: string): FunctionDefinition | undefined {
  return BY_NAME.get(name);
}
