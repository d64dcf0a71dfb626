/**
 * The static type of a value of an Interaction. Values themselves are JSON everywhere:
 *
 * | kind | JSON |
 * | --- | --- |
 * | text | string |
 * | number | finite double, results rounded to 15 significant digits |
 * | money | `{"amount":"12.34","currency":"EUR"}`, exact |
 * | boolean | true, false |
 * | option | the option's value, a string; equals text in FEEL, and `{x}` in a text shows its label |
 * | date, time, date-time | `2026-01-31`, `10:00:00`, `2026-01-31T10:00:00+01:00` |
 * | duration | ISO 8601, `P1M` or `PT20S` |
 * | file | `{"id","name","type","size"}` |
 * | list | array; `items` gives the type of its items |
 * | record | object; `fields` gives the types of its fields |
 *
 * An unset variable is a missing key. `any` is known to nobody before the run, `null` is the type of the literal.
 */
export type ValueType =
  | { readonly kind: ScalarKind }
  | { readonly kind: 'list'; readonly items: ValueType }
  | { readonly kind: 'record'; readonly fields: { readonly [name: string]: ValueType } };

export type ScalarKind =
  | 'text'
  | 'number'
  | 'money'
  | 'boolean'
  | 'option'
  | 'date'
  | 'time'
  | 'date-time'
  | 'duration'
  | 'file'
  | 'any'
  | 'null';

/** The names that an expression may use, with their types. */
export type Scope = { readonly [name: string]: ValueType };
