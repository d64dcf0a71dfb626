import { freeId } from '../free-id.ts';
import { OTHERWISE } from '../otherwise.ts';
import type { TableLogic, TableRow } from '../settings.ts';
import type { GridColumn } from './grid-columns.ts';

/** The text of a cell; of the way out, what it is called. The row behind the last is that of otherwise. */
export function cellText(table: TableLogic, row: number, column: GridColumn): string {
  const rule = table.rules[row];
  switch (column.kind) {
    case 'input':
      return rule?.when[column.column.id] ?? '';
    case 'output':
      return (rule ? rule.set?.[column.column.id] : column.column.otherwise) ?? '';
    case 'exit':
      return rule ? nameOfExit(table, rule.exit) : OTHERWISE.label;
    case 'note':
      return rule?.note ?? '';
  }
}

function nameOfExit({ exits }: TableLogic, id: string): string {
  const exit = exits.find((each) => each.id === id);
  return exit ? exit.label || exit.id : OTHERWISE.label;
}

/** The table with other text in a cell. A way out is meant by its name; one that is not there yet is made. */
export function withCell(table: TableLogic, row: number, column: GridColumn, text: string): TableLogic {
  const rule = table.rules[row];
  switch (column.kind) {
    case 'input':
      return rule ? withRow(table, row, { ...rule, when: withText(rule.when, column.column.id, text) }) : table;
    case 'output': {
      if (!rule) return withOtherwise(table, column.index, text);
      const { set: _before, ...rest } = rule;
      const set = withText(rule.set ?? {}, column.column.id, text);
      return withRow(table, row, Object.keys(set).length > 0 ? { ...rest, set } : rest);
    }
    case 'exit':
      return rule ? withNamedExit(table, row, text) : table;
    case 'note': {
      if (!rule) return table;
      const { note: _before, ...rest } = rule;
      return withRow(table, row, text === '' ? rest : { ...rest, note: text });
    }
  }
}

export function withRow(table: TableLogic, row: number, rule: TableRow): TableLogic {
  return { ...table, rules: table.rules.map((old, at) => (at === row ? rule : old)) };
}

function withText(texts: { readonly [id: string]: string }, id: string, text: string): { [id: string]: string } {
  const { [id]: _before, ...rest } = texts;
  return text === '' ? rest : { ...rest, [id]: text };
}

function withOtherwise(table: TableLogic, index: number, text: string): TableLogic {
  const outputs = table.outputs.map((output, at) => {
    if (at !== index) return output;
    const { otherwise: _before, ...rest } = output;
    return text === '' ? rest : { ...rest, otherwise: text };
  });
  return { ...table, outputs };
}

function withNamedExit(table: TableLogic, row: number, name: string): TableLogic {
  const rule = table.rules[row];
  const wanted = name.trim().toLowerCase();
  if (!rule || wanted === '') return table;
  if (wanted === OTHERWISE.label.toLowerCase()) return withRow(table, row, { ...rule, exit: OTHERWISE.name });
  const known = table.exits.find(({ id, label }) => label.trim().toLowerCase() === wanted || id === wanted);
  if (known) return withRow(table, row, { ...rule, exit: known.id });
  const made = withExit(table, name.trim().slice(0, 200));
  return withRow(made, row, { ...rule, exit: made.exits.at(-1)?.id ?? OTHERWISE.name });
}

/** One way out more, behind the others. */
export function withExit(table: TableLogic, label: string): TableLogic {
  const id = freeId(label, new Set([OTHERWISE.name, ...table.exits.map((exit) => exit.id)]), 'exit');
  return { ...table, exits: [...table.exits, { id, label }] };
}

/** Without a way out; the rows that led there go on by otherwise. */
export function withoutExit(table: TableLogic, index: number): TableLogic {
  const gone = table.exits[index]?.id;
  const rules = table.rules.map((rule) => (rule.exit === gone ? { ...rule, exit: OTHERWISE.name } : rule));
  return { ...table, exits: table.exits.toSpliced(index, 1), rules };
}

/** A new row that asks nothing yet, leading where the row before it leads or to a way out that no row leads to. */
export function withNewRow(table: TableLogic, at: number): TableLogic {
  const unused = table.exits.find(({ id }) => !table.rules.some(({ exit }) => exit === id));
  const exit = unused?.id ?? table.rules[at - 1]?.exit ?? table.exits[0]?.id ?? OTHERWISE.name;
  return { ...table, rules: table.rules.toSpliced(at, 0, { id: freeRowId(table), when: {}, exit }) };
}

export function withCopiedRow(table: TableLogic, row: number): TableLogic {
  const rule = table.rules[row];
  return rule ? { ...table, rules: table.rules.toSpliced(row + 1, 0, { ...rule, id: freeRowId(table) }) } : table;
}

function freeRowId({ rules }: TableLogic): string {
  return freeId(`row_${rules.length + 1}`, new Set(rules.map(({ id }) => id)), 'row');
}

export function withInput(table: TableLogic, expression: string, label: string): TableLogic {
  const id = freeId(expression, new Set(table.inputs.map((input) => input.id)), 'column');
  return { ...table, inputs: [...table.inputs, { id, label, expression }] };
}

export function withOutput(table: TableLogic, variable: string): TableLogic {
  const id = freeId(variable, new Set(table.outputs.map((output) => output.id)), 'value');
  return { ...table, outputs: [...table.outputs, { id, variable }] };
}

/** Without a column, and without its cells. */
export function withoutColumn(table: TableLogic, column: GridColumn): TableLogic {
  if (column.kind !== 'input' && column.kind !== 'output') return table;
  const emptied = table.rules.reduce((made, _rule, row) => withCell(made, row, column, ''), table);
  return column.kind === 'input'
    ? { ...emptied, inputs: emptied.inputs.toSpliced(column.index, 1) }
    : { ...emptied, outputs: emptied.outputs.toSpliced(column.index, 1) };
}

/** The list with one of its things elsewhere; as it is where there is no such place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const thing = list[from];
  if (thing === undefined || to < 0 || to >= list.length) return [...list];
  return [...list].toSpliced(from, 1).toSpliced(to, 0, thing);
}
