import { XMLBuilder, XMLParser, XMLValidator } from 'fast-xml-parser';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
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
    const nodes = nodesOf(parser.parse(text));
    if (nodes.filter((node) => !(TEXT in node)).length !== 1) return fail('It has no single root element');
    return ok(contentOf(nodes, {}, 0));
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
}

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  textNodeName: TEXT,
  suppressEmptyNode: true,
  suppressBooleanAttributes: false,
});

/** The root of what has none. */
const ROOT = 'request';

/**
 * Writes values as XML, the other way round: a record with one name is the root with its content, any other is wrapped in
 * `<request>`. Nothing in a value becomes markup; a name that XML does not allow has its signs replaced by `_`.
 */
export function writeXml(values: JsonObject): string {
  const named = withNames(values);
  const [only, ...others] = Object.keys(named);
  const isRoot = only !== undefined && others.length === 0 && !only.startsWith('@') && !Array.isArray(named[only]);
  const text: string = builder.build(isRoot ? named : { [ROOT]: named });
  return `<?xml version="1.0" encoding="UTF-8"?>${text}`;
}

function withNames(values: JsonObject): { [name: string]: unknown } {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [nameOf(name), contentToWrite(value ?? null)]),
  );
}

function contentToWrite(value: Json): unknown {
  if (value === null) return '';
  if (Array.isArray(value)) return value.map((item: Json) => contentToWrite(item));
  if (isJsonObject(value)) return withNames(value);
  // What XML 1.0 has no way to write is left out.
  return typeof value === 'string' ? value.replace(NOT_IN_XML, '') : String(value);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

function nameOf(name: string): string {
  if (name === TEXT) return name;
  const isAttribute = name.startsWith('@');
  const cleaned = name
    .slice(isAttribute ? 1 : 0)
    .replace(/[^\p{L}\p{N}_.:-]/gu, '_')
    .replace(/^(?![\p{L}_])/u, '_');
  return isAttribute ? `@${cleaned}` : cleaned;
}

/** Looks for `<!DOCTYPE` outside of comments and CDATA, where it is text like any other. Reads each letter once. */
function declaresType(text: string): boolean {
  let at = text.indexOf('<!');
  while (at >= 0) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<![CDATA[', at) ? ']]>' : undefined;
    if (end === undefined) return true;
    const closed = text.indexOf(end, at + 4);
    // What is not closed is refused by whoever reads on.
    if (closed < 0) return false;
    at = text.indexOf('<!', closed);
  }
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
