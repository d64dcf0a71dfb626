import { findNodeAtLocation, type JSONPath, parseTree } from 'jsonc-parser';
import type * as z from 'zod';
import type { Catalog } from '#contract/element-type.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { FileError, FileErrorCode } from './file-error.ts';
import { FORMAT, type Interaction } from './interaction.ts';
import { migrateElements, newerElements } from './migrate-elements.ts';
import { FILE_MIGRATIONS } from './migrations.ts';
import { at, scanJson } from './scan.ts';
import { interactionSchema } from './schema.ts';

/**
 * Reads the text of an Interaction file: limits, syntax, format, migrations, schema, references. Either the whole
 * Interaction or every mistake, each with its place; nothing in between.
 */
export function readInteraction(text: string, catalog: Catalog): Result<Interaction, readonly FileError[]> {
  const scanned = scanJson(text);
  if (scanned) return fail([scanned]);
  const value: Json = JSON.parse(text);
  const checked = checkInteraction(value, catalog);
  if (checked.ok) return checked;
  const tree = parseTree(text);
  return fail(
    checked.error.map(({ code, path, message }) => {
      const offset = tree ? offsetOf(tree, path) : 0;
      return at(text, offset, code, [...path], message);
    }),
  );
}

/** The nearest place that stands in the text: a missing key is shown at its object. */
function offsetOf(tree: NonNullable<ReturnType<typeof parseTree>>, path: JSONPath): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return 0;
}

/** A mistake without its line: what can be said of a value that never was text. */
export interface Mistake {
  readonly code: FileErrorCode;
  readonly path: (string | number)[];
  readonly message: string;
}

/** The same for a value that is JSON already, such as a request's body or a designer's document. */
export function checkInteraction(value: Json, catalog: Catalog): Result<Interaction, readonly Mistake[]> {
  if (!isJsonObject(value)) return refuse('file.wrong-value', [], 'An Interaction file holds one JSON object');
  const migrated = migrate(value);
  if (!migrated.ok) return migrated;
  const tooMany = countMistake(migrated.value);
  if (tooMany) return fail([tooMany]);
  const newer = newerElements(migrated.value, catalog);
  if (newer.length > 0) return fail(firstOf(newer.map(newerMistake)));
  const parsed = interactionSchema(catalog).safeParse(migrateElements(migrated.value, catalog));
  if (!parsed.success) return fail(firstOf(parsed.error.issues.flatMap(mistakesOf)));
  const { $schema: _schema, ...interaction } = parsed.data as Interaction & { $schema?: string };
  const dangling = danglingReferences(interaction);
  return dangling.length > 0 ? fail(firstOf(dangling)) : ok(interaction);
}

function migrate(file: JsonObject): Result<JsonObject, readonly Mistake[]> {
  const { format } = file;
  if (typeof format !== 'number' || !Number.isInteger(format) || format < 0) {
    return refuse(
      'file.no-format',
      ['format'],
      'The file does not say which format it has; is it an Interaction file?',
    );
  }
  if (format > FORMAT) {
    return refuse(
      'file.newer-format',
      ['format'],
      `The file has format ${format}; this version of Waymark reads up to ${FORMAT}. Update Waymark to open it`,
    );
  }
  const steps = FILE_MIGRATIONS.filter((step) => step.to > format);
  return ok(steps.reduce((current, step) => step.migrate(current), file));
}

function newerMistake(id: string): Mistake {
  const message = 'A later version of Waymark wrote the settings of this element. Update Waymark to open it';
  return { code: 'file.newer-format', path: ['elements', id, 'version'], message };
}

function countMistake(file: JsonObject): Mistake | undefined {
  for (const key of ['elements', 'connectors'] as const) {
    const map = file[key];
    const count = isJsonObject(map) ? Object.keys(map).length : 0;
    if (count > LIMITS[key])
      return { code: 'file.too-many', path: [key], message: `There are ${count} ${key}; ${LIMITS[key]} is the limit` };
  }
  return undefined;
}

function mistakesOf(issue: z.core.$ZodIssue): Mistake[] {
  const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      code: 'file.unknown-key',
      path: [...path, key],
      message: `“${key}” is not known here`,
    }));
  }
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'type') {
    return [{ code: 'file.unknown-type', path, message: 'There is no element type of this name' }];
  }
  return [{ code: 'file.wrong-value', path, message: issue.message }];
}

function danglingReferences(interaction: Interaction): Mistake[] {
  const mistakes: Mistake[] = [];
  const look = (id: string | undefined, path: (string | number)[]) => {
    if (id !== undefined && !Object.hasOwn(interaction.elements, id)) {
      mistakes.push({ code: 'file.dangling', path, message: `There is no element “${id}”` });
    }
  };
  look(interaction.start, ['start']);
  for (const [id, connector] of Object.entries(interaction.connectors)) {
    look(connector.from, ['connectors', id, 'from']);
    look(connector.to, ['connectors', id, 'to']);
  }
  return mistakes;
}

/** Nobody reads thousands of mistakes, and to look up the places of all would take longer than reading the file. */
function firstOf(mistakes: readonly Mistake[]): readonly Mistake[] {
  const more = mistakes.length - LIMITS.fileMistakes;
  if (more <= 0) return mistakes;
  const message = `There are ${more} more mistakes; mend the first ${LIMITS.fileMistakes} and read the file again`;
  return [...mistakes.slice(0, LIMITS.fileMistakes), { code: 'file.more-mistakes', path: [], message }];
}

function refuse(code: FileErrorCode, path: string[], message: string) {
  return fail([{ code, path, message }]);
}
