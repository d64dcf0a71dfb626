import type { Json } from '#prelude/json.ts';
import type { Comparator } from '../comparators.ts';
import type { Scope, ValueType } from '../value-type.ts';

/** One line of a rule: `problem equals billing`. Plain data, so that forms and files can hold it. */
export interface Row {
  /** A variable, or a field of one: `customer.city`. */
  readonly variable: string;
  readonly comparator: Comparator;
  /** What to compare with, as JSON of the variable's type; a list of two for `between`, of any number for `in-list`. */
  readonly value?: Json;
  /** Instead of a value: the variable to compare with. */
  readonly other?: string;
}

export interface RowGroup {
  /** Whether all rows must hold, or any one of them. */
  readonly match: 'all' | 'any';
  readonly rows: readonly (Row | RowGroup)[];
}

export function isRowGroup(row: Row | RowGroup): row is RowGroup {
  return 'rows' in row;
}

/** The type of a variable or of a field of one; undefined where there is none such. */
export function typeOfVariable(variable: string, scope: Scope): ValueType | undefined {
  const [name = '', ...fields] = variable.split('.');
  let type = Object.hasOwn(scope, name) ? scope[name] : undefined;
  for (const field of fields) {
    if (type?.kind !== 'record') return undefined;
    type = Object.hasOwn(type.fields, field) ? type.fields[field] : undefined;
  }
  return type;
}
