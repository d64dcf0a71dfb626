import type { Json, JsonObject } from '#prelude/json.ts';
import { isJsonObject } from '#prelude/json.ts';
import type { Interaction } from './interaction.ts';

const TOP_KEYS: readonly (keyof Interaction)[] = [
  'format',
  'id',
  'name',
  'description',
  'languages',
  'target',
  'start',
  'variables',
  'elements',
  'connectors',
  'rules',
  'tests',
  'comments',
  'layout',
];

/** Keys that come first in an object of the file, in this order; the others follow sorted. */
const LEADING_KEYS = ['type', 'version', 'name', 'label', 'from', 'exit', 'to', 'order', 'kind', 'variable'];

/** The one text of an Interaction: top keys in their order, maps sorted by id, two-space indent, a newline at the end. */
export function writeInteraction(interaction: Interaction): string {
  const top: { [key: string]: Json } = { $schema: './interaction-1.schema.json' };
  for (const key of TOP_KEYS) {
    const value = interaction[key] as Json | undefined;
    if (value !== undefined) top[key] = key === 'languages' ? value : ordered(value, isMap(key));
  }
  return `${JSON.stringify(top, null, 2).replace(POSITION, '[$1, $2]')}\n`;
}

/** A position on one line reads and diffs better. Strings hold no raw line break, so this cannot match inside one. */
const POSITION = /\[\n\s+(-?[\d.e+-]+),\n\s+(-?[\d.e+-]+)\n\s+\]/g;

function isMap(key: keyof Interaction): boolean {
  return ['variables', 'elements', 'connectors', 'rules', 'tests', 'comments'].includes(key);
}

/** `byId`: the keys of this object are ids, sorted plainly; below it they are property names. */
function ordered(value: Json, byId: boolean): Json {
  if (Array.isArray(value)) return value.map((item: Json) => ordered(item, false));
  if (!isJsonObject(value)) return value;
  const result: { [key: string]: Json } = {};
  for (const key of byId ? Object.keys(value).sort() : sortedNames(value)) {
    const member = value[key];
    if (member !== undefined) result[key] = ordered(member, false);
  }
  return result;
}

function sortedNames(object: JsonObject): string[] {
  const rank = (key: string) => {
    const at = LEADING_KEYS.indexOf(key);
    return at < 0 ? LEADING_KEYS.length : at;
  };
  return Object.keys(object).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0));
}
