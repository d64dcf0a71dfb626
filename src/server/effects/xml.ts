import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';

/** Nothing is guessed, nothing expanded: elements in their order, texts as they stand. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: TEXT,
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  htmlEntities: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: LIMITS.nesting,
});

/** What a key may not be called, as in bodies of JSON. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads XML into JSON: an element with texts only is a text; others are records of their attributes (`@id`), their
 * elements (a list where a name comes more than once) and, beside these, their text (`#text`). Names keep their prefix.
 * A document type is refused, so that no entity can be declared: neither `file:///etc/passwd` nor a billion laughs.
 *
 * @returns the value, or a sentence that says what is wrong
 */
export function readXml(text: string): Result<Json, string> {
  if (declaresType(text)) return fail('It declares a document type, which is not read');
  const valid = XMLValidator.validate(text, { allowBooleanAttributes: false });
  if (valid !== true) return fail(`Line ${valid.err.line}: ${valid.err.msg}`);
  try {
    const nodes: unknown = parser.parse(text);
    return ok(contentOf(nodesOf(nodes), {}, 0));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

/** Looks for `<!DOCTYPE` outside of comments and CDATA, where it is text like any other. */
function declaresType(text: string): boolean {
  const parts = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE|<!ENTITY/gi;
  for (const [part] of text.matchAll(parts)) if (/^<!(DOCTYPE|ENTITY)/i.test(part)) return true;
  return false;
}

type Node = Readonly<Record<string, unknown>>;

function nodesOf(value: unknown): readonly Node[] {
  return Array.isArray(value) ? value.filter((one): one is Node => typeof one === 'object' && one !== null) : [];
}

function contentOf(nodes: readonly Node[], attributes: Readonly<Record<string, unknown>>, depth: number): Json {
  if (depth > LIMITS.nesting) throw new Error(`Elements nest deeper than ${LIMITS.nesting}`);
  const members = new Map<string, Json[]>();
  for (const [name, value] of Object.entries(attributes)) add(members, `@${name}`, decoded(String(value)));
  let text = '';
  for (const node of nodes) {
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES);
    if (name === undefined) continue;
    const value = node[name];
    if (name === TEXT) text += decoded(String(value));
    else if (name === CDATA)
      text += nodesOf(value)
        .map((one) => String(one[TEXT] ?? ''))
        .join('');
    else add(members, name, contentOf(nodesOf(value), recordOf(node[ATTRIBUTES]), depth + 1));
  }
  if (members.size === 0) return text;
  if (text.trim() !== '') members.set(TEXT, [text.trim()]);
  return Object.fromEntries(
    [...members].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  );
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function add(members: Map<string, Json[]>, name: string, value: Json): void {
  if (FORBIDDEN.has(name.replace(/^[@#]/, ''))) throw new Error(`“${name}” cannot be a name`);
  const values = members.get(name) ?? [];
  values.push(value);
  members.set(name, values);
}

const PREDEFINED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities that every XML has, and characters by number. */
function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return Object.hasOwn(PREDEFINED, name) ? (PREDEFINED[name] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
    return isCharacter ? String.fromCodePoint(code) : whole;
  });
}
