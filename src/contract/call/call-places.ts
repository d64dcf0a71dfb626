import type { ExpressionPlace, Reference, SettingsProblem, TemplatePlace } from '../element-type.ts';
import { type CallSettings, RESPONSE_SCOPE } from './call-settings.ts';

/** The expressions of a call, with where they stand below its settings. */
export function callExpressions({ inputs, outputs }: CallSettings): readonly ExpressionPlace[] {
  return [
    ...inputs.map(({ name, value, in: place }, index) => ({
      path: `inputs.${index}.value`,
      source: value,
      label: name,
      secrets: place === 'body' ? ('alone' as const) : ('elsewhere' as const),
    })),
    ...outputs.map(({ variable, value }, index) => ({
      path: `outputs.${index}.value`,
      source: value,
      adds: RESPONSE_SCOPE,
      sets: { variable },
      label: variable,
    })),
  ];
}

export function callTemplates({ path }: CallSettings): readonly TemplatePlace[] {
  return [{ path: 'path', source: path, label: 'Path', secrets: 'elsewhere' }];
}

export function callReferences({ connection: key }: CallSettings): readonly Reference[] {
  return key === '' ? [] : [{ kind: 'connection', key, path: 'connection' }];
}

export function callWrites({ outputs }: CallSettings): readonly string[] {
  return outputs.map(({ variable }) => variable);
}

/** What is wrong with a call, as far as its settings tell: no connection, names that mean nothing in HTTP. */
export function callProblems({ connection, inputs, method }: CallSettings): readonly SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  if (connection === '') {
    const message = 'No connection is chosen; choose one of the account';
    problems.push({ code: 'call.no-connection', severity: 'error', path: 'connection', message });
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
