import * as z from 'zod';
import { faceOf, type SettingFace } from '#contract/setting.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { useInteraction } from '../page/editor-context.ts';
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
}

/** The form that a schema of settings describes. */
export function SchemaFields({ schema, at, tab, without = [] }: SchemaFieldsProps) {
  const { settings, change } = useSettings();
  const values = valueAt(settings, at);
  return fieldsOf(schema).map(([name, field]) => {
    if (without.includes(name)) return null;
    const face = faceOf(field);
    const path = [...at, name];
    if (!face) {
      const rows = tab === undefined || tab === 'General' ? rowSchema(field) : undefined;
      return rows ? <RowFields key={name} name={name} schema={rows} path={path} value={values[name]} /> : null;
    }
    if (tab !== undefined && (face.tab ?? 'General') !== tab) return null;
    if (!isShown(face, values)) return null;
    return (
      <SettingField
        key={path.join('.')}
        schema={field}
        face={face}
        value={values[name]}
        onChange={(within, value) => change([...path, ...within], value, face.label)}
      />
    );
  });
}

/** The tabs that a schema has something for. */
export function tabsOf(schema: z.ZodType, without: readonly string[] = []): ReadonlySet<string> {
  return new Set(
    fieldsOf(schema)
      .filter(([name]) => !without.includes(name))
      .flatMap(([, field]) => {
        const face = faceOf(field);
        return face ? [face.tab ?? 'General'] : rowSchema(field) ? ['General'] : [];
      }),
  );
}

function fieldsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  return schema instanceof z.ZodObject ? Object.entries<z.ZodType>(schema.shape) : [];
}

function rowSchema(schema: z.ZodType): z.ZodType | undefined {
  if (!(schema instanceof z.ZodArray)) return undefined;
  const { element } = schema;
  return element instanceof z.ZodObject ? element : undefined;
}

function valueAt(settings: JsonObject, path: readonly string[]): JsonObject {
  let here: Json | undefined = settings;
  for (const key of path) here = isJsonObject(here) ? here[key] : undefined;
  return isJsonObject(here) ? here : {};
}

function isShown(face: SettingFace, values: JsonObject): boolean {
  return face.shownWhen === undefined || values[face.shownWhen.setting] === face.shownWhen.is;
}

interface RowFieldsProps {
  name: string;
  schema: z.ZodType;
  path: readonly string[];
  value: Json | undefined;
}

/** A list of small objects: rows that can be added, moved and removed. */
function RowFields({ name, schema, path, value }: RowFieldsProps) {
  const { change } = useSettings();
  const rows = Array.isArray(value) ? value.filter(isJsonObject) : [];
  const label = name.charAt(0).toUpperCase() + name.slice(1);
  const put = (next: readonly JsonObject[]) => change(path, [...next], label);
  const fields = fieldsOf(schema);
  const firstVariable = Object.keys(useInteraction().variables)[0] ?? 'value';
  const firstValue = (field: z.ZodType) => {
    const face = faceOf(field);
    if (face?.widget === 'variable') return firstVariable;
    return face?.widget === 'select' ? (face.options[0]?.value ?? '') : '';
  };
  return (
    <Rows
      label={label}
      count={rows.length}
      nameOf={(index) => `Row ${index + 1}`}
      add="Add row"
      onAdd={() => put([...rows, Object.fromEntries(fields.map(([key, field]) => [key, firstValue(field)]))])}
      onRemove={(index) => put(rows.toSpliced(index, 1))}
      onMove={(index, to) => {
        const moved = rows[index];
        if (moved) put(rows.toSpliced(index, 1).toSpliced(to, 0, moved));
      }}
      row={(index) =>
        fields.map(([key, field]) => {
          const face = faceOf(field);
          return face ? (
            <SettingField
              key={key}
              schema={field}
              face={face}
              value={rows[index]?.[key]}
              onChange={(within, next) => {
                if (within.length > 0) return;
                put(rows.map((row, at) => (at === index ? { ...row, [key]: next } : row)));
              }}
            />
          ) : null;
        })
      }
    />
  );
}
