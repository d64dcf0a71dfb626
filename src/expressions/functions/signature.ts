import type { FunctionDefinition, FunctionForm } from './definition.ts';

/**
 * How a function is called, one line for each of its forms, for completion, reference and messages:
 * `substring(string, start position, length?)`. A question mark stands behind what may be left out, three dots behind
 * what may come many times.
 */
export function signatures(definition: FunctionDefinition): readonly string[] {
  return definition.forms.map((form) => `${definition.name}(${parameterList(form)})`);
}

function parameterList({ parameters }: FunctionForm): string {
  return parameters.map(({ name, optional, rest }) => `${name}${optional ? '?' : ''}${rest ? '…' : ''}`).join(', ');
}
