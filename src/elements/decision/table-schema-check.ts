import type * as z from 'zod';
import { OTHERWISE } from './otherwise.ts';

interface Named {
  readonly id: string;
}

interface TableShape {
  readonly inputs: readonly Named[];
  readonly outputs: readonly Named[];
  readonly exits: readonly Named[];
  readonly rules: readonly (Named & {
    readonly when: { readonly [column: string]: string };
    readonly set?: { readonly [column: string]: string } | undefined;
    readonly exit: string;
  })[];
}

/** What the parts of a table must be to each other: ids stand once, rows name columns and ways out that are there. */
export function checkTable(table: TableShape, context: z.RefinementCtx): void {
  const refuse = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
  for (const part of ['inputs', 'outputs', 'exits', 'rules'] as const) {
    const seen = new Set<string>(part === 'exits' ? [OTHERWISE.name] : []);
    for (const [index, { id }] of table[part].entries()) {
      if (seen.has(id)) refuse([part, index, 'id'], `The id “${id}” is taken`);
      seen.add(id);
    }
  }
  const exits = new Set([...table.exits.map(({ id }) => id), OTHERWISE.name]);
  const columns = { when: new Set(table.inputs.map(({ id }) => id)), set: new Set(table.outputs.map(({ id }) => id)) };
  for (const [index, row] of table.rules.entries()) {
    if (!exits.has(row.exit)) refuse(['rules', index, 'exit'], `The table has no way out “${row.exit}”`);
    for (const part of ['when', 'set'] as const) {
      for (const column of Object.keys(row[part] ?? {})) {
        if (!columns[part].has(column)) refuse(['rules', index, part, column], `The table has no column “${column}”`);
      }
    }
  }
}
