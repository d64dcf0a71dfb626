import * as z from 'zod';
import { elementBase } from '#contract/element-base.ts';
import type { Catalog } from '#contract/element-type.ts';
import { faceOf } from '#contract/setting.ts';

/**
 * What the settings panel calls each key on the way to a setting of an element, such as `Question` and `en` for `text.en`;
 * a key that it has no word for is its own.
 */
export function settingLabels(catalog: Catalog, type: string, path: readonly string[]): readonly string[] {
  const settings = catalog.get(type)?.settings;
  let schemas: readonly z.ZodType[] = settings ? [elementBase, settings] : [elementBase];
  return path.map((key) => {
    schemas = schemas.flatMap((schema) => membersOf(schema, key));
    return schemas.map((schema) => faceOf(schema)?.label).find((label) => label !== undefined) ?? key;
  });
}

/** The schemas that a key may have below a schema. */
function membersOf(schema: z.ZodType, key: string): readonly z.ZodType[] {
  if (schema instanceof z.ZodObject) {
    const members: { readonly [key: string]: z.ZodType } = schema.shape;
    const member = Object.hasOwn(members, key) ? members[key] : undefined;
    return member ? [member] : [];
  }
  if (schema instanceof z.ZodArray) return only(schema.element);
  if (schema instanceof z.ZodRecord) return only(schema.valueType);
  return innerOf(schema).flatMap((inner) => membersOf(inner, key));
}

/** The schemas whose values a schema takes as they are, or not at all. */
function innerOf(schema: z.ZodType): readonly z.ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodLazy
  ) {
    return only(schema.unwrap());
  }
  return schema instanceof z.ZodUnion ? schema.options.flatMap(only) : [];
}

function only(schema: unknown): readonly z.ZodType[] {
  return schema instanceof z.ZodType ? [schema] : [];
}
