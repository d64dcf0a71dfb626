import { ANY, listOf, RECORD, type StaticType, TEXT } from '../types/static-type.ts';
import { either, fieldOf } from '../types/type-relations.ts';
import { type Context, entryOf, isContext, type List, type Value } from '../values/value.ts';
import { type Call, type FunctionDefinition, form } from './definition.ts';
import { any, context, list, text } from './parameters.ts';

function keysOf(call: Call, of: Context): readonly string[] {
  const keys = Object.keys(of);
  call.run.spend(1 + keys.length);
  return keys;
}

/** A copy of the context with one entry set. */
function withEntry(call: Call, of: Context, key: string, value: Value): Value {
  if (key === '__proto__') return call.fail('expression.bad-value', '“__proto__” cannot be an entry.');
  keysOf(call, of);
  return { ...of, [key]: value };
}

/** A copy of the context with an entry set that lies deeper inside. */
function withEntryAt(call: Call, of: Context, path: List, value: Value): Value {
  const [key, ...deeper] = path;
  if (typeof key !== 'string') return call.fail('expression.wrong-type', 'The keys must be texts.');
  if (deeper.length === 0) return withEntry(call, of, key, value);
  const inner = entryOf(of, key);
  if (!isContext(inner)) return call.fail('expression.bad-value', `“${key}” is no record that could be changed.`);
  const changed = call.run.deeper(() => withEntryAt(call, inner, deeper, value));
  return changed === null ? null : withEntry(call, of, key, changed);
}

function merged(call: Call, contexts: List): Value {
  let all: Context = {};
  for (const each of contexts) {
    if (!isContext(each)) return call.fail('expression.wrong-type', 'Only records can be merged.');
    keysOf(call, all);
    keysOf(call, each);
    all = { ...all, ...each };
  }
  return all;
}

function fromEntries(call: Call, entries: List): Value {
  call.run.spend(entries.length);
  const made: { [key: string]: Value } = {};
  for (const entry of entries) {
    const key = isContext(entry) ? entryOf(entry, 'key') : null;
    if (!isContext(entry) || typeof key !== 'string' || !Object.hasOwn(entry, 'value')) {
      return call.fail('expression.bad-value', 'Each entry must have a key, which is a text, and a value.');
    }
    if (key === '__proto__' || Object.hasOwn(made, key)) {
      return call.fail('expression.bad-value', `“${key}” cannot be an entry, or is one already.`);
    }
    made[key] = entryOf(entry, 'value');
  }
  return made;
}

function mergedType([type]: readonly StaticType[]): StaticType {
  if (type?.kind === 'record') return type;
  return type?.kind === 'list' && type.items.kind === 'record' ? type.items : RECORD;
}

/** Any field of the record may be asked for. */
function anyField([type]: readonly StaticType[]): StaticType {
  const fields = type?.kind === 'record' ? Object.keys(type.fields) : [];
  const types = fields.map((name) => (type && fieldOf(type, name)) ?? ANY);
  return types.length === 0 ? ANY : types.reduce(either);
}

export const CONTEXT_FUNCTIONS: readonly FunctionDefinition[] = [
  {
    name: 'get value',
    help: 'The entry of a record that has a key.',
    example: { expression: 'get value({city: "Oslo"}, "city")', value: 'Oslo' },
    forms: [
      form([context('m'), text('key')], anyField, (_call, of, key) => entryOf(of, key)),
      form([context('context'), text('key')], anyField, (_call, of, key) => entryOf(of, key)),
    ],
  },
  {
    name: 'get entries',
    help: 'The entries of a record as a list of keys and values.',
    example: { expression: 'get entries({a: 1})', value: [{ key: 'a', value: 1 }] },
    forms: [
      form([context('m')], listOf({ kind: 'record', fields: { key: TEXT, value: ANY } }), (call, of) => {
        const keys = keysOf(call, of);
        call.run.checkList(keys.length);
        return keys.map((key) => ({ key, value: entryOf(of, key) }));
      }),
    ],
  },
  {
    name: 'context',
    help: 'The record that has the entries of a list of keys and values.',
    example: { expression: 'context([{key: "a", value: 1}])', value: { a: 1 } },
    forms: [form([list('entries', RECORD)], RECORD, fromEntries)],
  },
  {
    name: 'context put',
    help: 'A copy of a record with one entry set; a list of keys leads to an entry deeper inside.',
    example: { expression: 'context put({a: 1, b: {c: 2}}, ["b", "c"], 3)', value: { a: 1, b: { c: 3 } } },
    cost: 20,
    forms: [
      form([context('context'), text('key'), any('value')], RECORD, withEntry),
      form([context('context'), list('keys', TEXT), any('value')], RECORD, withEntryAt),
    ],
  },
  {
    name: 'context merge',
    help: 'The entries of several records as one; the last one wins.',
    example: { expression: 'context merge([{a: 1, b: 2}, {b: 3}])', value: { a: 1, b: 3 } },
    forms: [form([list('contexts', RECORD)], mergedType, merged)],
  },
];
