import { parseTemplate } from '#expressions/template.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { ExpressionPlace, SettingsProblem } from '../element-type.ts';
import type { CallSettings } from './call-settings.ts';

/** What the outputs of a call may read beside the variables: the body that came back, and its HTTP status. */
export const RESPONSE_SCOPE: Scope = { response: { kind: 'any' }, http_status: { kind: 'number' } };

/** The expressions of a call, with where they stand below its settings. */
export function callExpressions({ inputs, outputs }: CallSettings): readonly ExpressionPlace[] {
  return [
    ...inputs.map(({ name, value }, index) => ({ path: `inputs.${index}.value`, source: value, label: name })),
    ...outputs.map(({ variable, value }, index) => ({
      path: `outputs.${index}.value`,
      source: value,
      adds: RESPONSE_SCOPE,
      label: variable,
    })),
  ];
}

export function callWrites({ outputs }: CallSettings): readonly string[] {
  return outputs.map(({ variable }) => variable);
}

/** What is wrong with a call, as far as its settings tell: a path that cannot be read, names that mean nothing in HTTP. */
export function callProblems({ path, inputs, method }: CallSettings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const template = parseTemplate(path);
  if (!template.ok) {
    const message = `The path cannot be read: ${template.error.message}`;
    problems.push({ code: 'call.path', severity: 'error', path: 'path', message });
  }
  for (const [index, { name, in: place }] of inputs.entries()) {
    if (place === 'header' && !/^[A-Za-z0-9-]+$/.test(name)) {
      const message = `“${name}” is no name of a header; use letters, digits and dashes`;
      problems.push({ code: 'call.header-name', severity: 'error', path: `inputs.${index}.name`, message });
    }
    if (place === 'body' && method === 'GET') {
      const message = `“${name}” is sent in the body, but GET sends none; choose another method or send it in the address`;
      problems.push({ code: 'call.body-of-get', severity: 'error', path: `inputs.${index}.in`, message });
    }
  }
  return problems;
}
