import * as z from 'zod';
import { faceOf, type SettingFace } from '#contract/setting.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { Select } from '#ui/select.tsx';
import { putIn } from '../editor/put-in.ts';
import { objectAt } from '../editor/within.ts';
import { useInteraction } from '../page/editor-context.ts';
import { newRow } from './new-row.ts';
import { Rows } from './rows.tsx';
import { SettingField } from './setting-field.tsx';
import { useSettings } from './settings-context.ts';

export interface SchemaFieldsProps {
  schema: z.ZodType;
  /** Where the object lies within the settings. */
  at: readonly string[];
  /** Only the settings of this tab; all where none is given. */
  tab?: string | undefined;
  /** Settings that somebody else shows. */
  without?: readonly string[];
  /** Of which thing of several it is, for the names of edits. */
  of?: string | undefined;
}

/** The form that a schema of settings describes. */
export function SchemaFields({ schema, at, tab, without = [], of }: SchemaFieldsProps) {
  const { settings, change } = useSettings();
  return (
    <ObjectFields
      schema={schema}
      values={objectAt(settings, at)}
      tab={tab}
      without={without}
      put={(path, value, label) => change([...at, ...path], value, of === undefined ? label : `${label} of ${of}`)}
    />
  );
}

/** The tabs that a schema has something for, or that one of its settings is on. */
export function tabsOf(schema: z.ZodType, without: readonly string[] = [], only?: string): ReadonlySet<string> {
  return new Set(
    fieldsOf(schema)
      .filter(([name]) => !without.includes(name) && (only === undefined || name === only))
      .flatMap(([name, field]) => {
        const face = faceOf(field) ?? bareRows(name, field);
        return face ? [face.tab ?? 'General'] : [];
      }),
  );
}

/** Sets something below an object. The label names the edit in the history. */
type Put = (path: readonly string[], value: Json | undefined, label: string) => void;

interface ObjectFieldsProps {
  schema: z.ZodType;
  values: JsonObject;
  tab?: string | undefined;
  without?: readonly string[];
  put: Put;
}

/** The fields of an object, whatever lies in them: values, lists of objects, one of several objects. */
function ObjectFields({ schema, values, tab, without = [], put }: ObjectFieldsProps) {
  return fieldsOf(schema).map(([name, field]) => {
    const face = faceOf(field) ?? bareRows(name, field);
    if (!face || without.includes(name) || !isShown(face, values)) return null;
    if (tab !== undefined && (face.tab ?? 'General') !== tab) return null;
    const within: Put = (path, value, label) => put([name, ...path], value, label);
    const shared = { schema: field, value: values[name], put: within };
    if (face.widget === 'rows') return <RowFields key={name} {...shared} face={face} />;
    if (face.widget === 'one-of') return <OneOfField key={name} {...shared} face={face} />;
    return (
      <SettingField
        key={name}
        schema={field}
        face={face}
        value={values[name]}
        onChange={(path, value) => within(path, value, face.label)}
      />
    );
  });
}

function fieldsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  return schema instanceof z.ZodObject ? Object.entries<z.ZodType>(schema.shape) : [];
}

/** A list of objects whose schema says nothing of how it looks is named by its key. */
function bareRows(name: string, schema: z.ZodType): SettingFace | undefined {
  if (!rowSchema(schema)) return undefined;
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  return { widget: 'rows', label, add: 'Add row', row: 'Row' };
}

function rowSchema(schema: z.ZodType): z.ZodType | undefined {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodArray)) return undefined;
  return inner.element instanceof z.ZodObject ? inner.element : undefined;
}

function isShown(face: SettingFace, values: JsonObject): boolean {
  return face.shownWhen === undefined || values[face.shownWhen.setting] === face.shownWhen.is;
}

interface PartProps<Widget extends SettingFace['widget']> {
  schema: z.ZodType;
  face: Extract<SettingFace, { widget: Widget }>;
  value: Json | undefined;
  put: Put;
}

/** A list of objects: rows that can be added, moved and removed. A list is changed as a whole. */
function RowFields({ schema, face, value, put }: PartProps<'rows'>) {
  const [variable = 'value'] = Object.keys(useInteraction().variables);
  const element = rowSchema(schema) ?? schema;
  const rows = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const putRows = (next: readonly JsonObject[], label = face.label) => put([], [...next], label);
  return (
    <Rows
      label={face.label}
      description={face.help}
      count={rows.length}
      nameOf={(index) => `${face.row} ${index + 1}`}
      add={face.add}
      onAdd={() => putRows([...rows, newRow(fieldsOf(element), { row: face.row, rows, variable })])}
      onRemove={(index) => putRows(rows.toSpliced(index, 1))}
      onMove={(index, to) => {
        const moved = rows[index];
        if (moved) putRows(rows.toSpliced(index, 1).toSpliced(to, 0, moved));
      }}
      row={(index) => (
        <ObjectFields
          schema={element}
          values={rows[index] ?? {}}
          put={(path, next, label) => {
            const changed = putIn(rows[index], path, next);
            if (isJsonObject(changed)) putRows(rows.with(index, changed), label);
          }}
        />
      )}
    />
  );
}

/** One of several objects: which one is chosen first, then what it holds. */
function OneOfField({ schema, face, value, put }: PartProps<'one-of'>) {
  const chosen = isJsonObject(value) ? value : {};
  const member = memberFor(schema, chosen.kind);
  return (
    <>
      <Select
        label={face.label}
        description={face.help}
        options={face.options.map((option) => ({ id: option.value, label: option.label }))}
        value={typeof chosen.kind === 'string' ? chosen.kind : null}
        onChange={(kind) => {
          const next = face.options.find((option) => option.value === kind);
          if (next && kind !== chosen.kind) put([], next.first, face.label);
        }}
      />
      {member ? <ObjectFields key={String(chosen.kind)} schema={member} values={chosen} put={put} /> : null}
    </>
  );
}

function memberFor(schema: z.ZodType, kind: Json | undefined): z.ZodType | undefined {
  if (!(schema instanceof z.ZodDiscriminatedUnion)) return undefined;
  const members: readonly unknown[] = schema.options;
  return members.find((member): member is z.ZodObject => {
    return member instanceof z.ZodObject && member.shape.kind?.safeParse(kind).success === true;
  });
}
