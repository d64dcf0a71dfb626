import * as z from 'zod';
import { durationText } from '#contract/duration-text.ts';
import { elementBase } from '#contract/element-base.ts';
import type { Catalog } from '#contract/element-type.ts';
import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { FORMAT } from './interaction.ts';
import { givenMistakes, json, testGiven } from './test-given.ts';

const id = z.string().regex(ID_PATTERN, 'an id is written in small letters, digits and _ and starts with a letter');
/** An element, with those that called its Interaction before it. */
const path = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,63}(\/[a-z][a-z0-9_]{0,63})*$/, 'an element is named by its id')
  .max(600);
const jsonObject = z.record(z.string(), json);
const variableType = z.enum([
  'text',
  'number',
  'money',
  'boolean',
  'option',
  'date',
  'time',
  'date-time',
  'duration',
  'file',
  'list',
  'record',
]);

const shape = z.strictObject({
  type: variableType,
  get items() {
    return shape.optional();
  },
  get fields() {
    return z.record(id, shape).optional();
  },
});

const variable = z.strictObject({
  type: variableType,
  label: z.string().max(200),
  privacy: z.enum(['public', 'personal', 'secret']).optional(),
  dimension: z.boolean().optional(),
  input: z.boolean().optional(),
  default: json.optional(),
  items: shape.optional(),
  fields: z.record(id, shape).optional(),
});

const connector = z.strictObject({
  from: id,
  exit: z.string().max(100).optional(),
  to: id,
  order: z.string().max(200).optional(),
});

const words = z
  .array(
    z
      .string()
      .max(LIMITS.longText)
      .refine((text) => text.trim() !== '', 'write the words that are meant'),
  )
  .max(LIMITS.shownTexts);

const test = z.strictObject({
  name: z.string().min(1).max(200),
  given: testGiven.optional(),
  answers: z.array(
    z.strictObject({
      at: path,
      answer: json.optional(),
      shows: words.optional(),
      hides: words.optional(),
      refused: z
        .union([z.literal(true), z.string().min(1).max(LIMITS.longText)], 'write true, or words of the message')
        .optional(),
    }),
  ),
  effects: jsonObject.optional(),
  expect: z.strictObject({
    outcome: z.string().optional(),
    at: path.optional(),
    visited: z.array(path).optional(),
    variables: jsonObject.optional(),
    shows: words.optional(),
    hides: words.optional(),
  }),
});

const comment = z.strictObject({
  element: id.optional(),
  author: z.string().max(200),
  at: z.iso.datetime({ offset: true }),
  text: z.string().max(LIMITS.longText),
  resolved: z.boolean().optional(),
});

const layout = z.strictObject({
  positions: z.record(id, z.tuple([z.number(), z.number()])),
  groups: z.record(id, z.strictObject({ name: z.string().max(200), elements: z.array(id) })).optional(),
  locked: z.array(id).optional(),
});

const schemas = new WeakMap<Catalog, z.ZodType>();

/** The schema of a whole file, with the settings of each element type of the catalogue. Made once per catalogue. */
export function interactionSchema(catalog: Catalog): z.ZodType {
  const known = schemas.get(catalog);
  if (known) return known;
  const made = makeSchema(catalog);
  schemas.set(catalog, made);
  return made;
}

function makeSchema(catalog: Catalog): z.ZodType {
  const members = [...catalog.values()].map((type) => {
    if (!(type.settings instanceof z.ZodObject)) throw new Error(`The settings of ${type.type} are no object schema`);
    const version = type.version > 1 ? { version: z.literal(type.version) } : {};
    return elementBase.extend({ ...type.settings.shape, ...version, type: z.literal(type.type) });
  });
  const [first, ...rest] = members;
  if (!first) throw new Error('The catalogue is empty');
  const file = z.strictObject({
    $schema: z.string().optional(),
    format: z.literal(FORMAT),
    id,
    name: z.string().min(1).max(200),
    description: z.string().max(LIMITS.longText).optional(),
    languages: z
      .array(z.string().regex(LANGUAGE_PATTERN))
      .min(1)
      .refine((list) => new Set(list).size === list.length, 'a language stands here twice'),
    target: durationText.optional(),
    start: id.optional(),
    variables: z.record(id, variable).default({}),
    elements: z.record(id, z.discriminatedUnion('type', [first, ...rest])).default({}),
    connectors: z.record(id, connector).default({}),
    rules: z.record(id, jsonObject).default({}),
    tests: z.record(id, test).default({}),
    comments: z.record(id, comment).default({}),
    layout: layout.default({ positions: {} }),
  });
  return file.superRefine(({ variables, tests }, context) => {
    for (const [key, { given = {} }] of Object.entries(tests)) {
      for (const { path: within, message } of givenMistakes(given, variables)) {
        context.addIssue({ code: 'custom', path: ['tests', key, 'given', ...within], message });
      }
    }
  });
}

/** The published JSON Schema of the file format (draft 2020-12). */
export function interactionJsonSchema(catalog: Catalog): object {
  return z.toJSONSchema(interactionSchema(catalog), { io: 'input', unrepresentable: 'any' });
}
