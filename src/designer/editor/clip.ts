import type { Catalog } from '#contract/element-type.ts';
import type { Connector, Element, Interaction, Variable } from '#format/interaction.ts';
import { migrateElements } from '#format/migrate-elements.ts';
import type { ElementId } from '#prelude/ids.ts';
import { isJsonObject, type Json, type JsonObject } from '#prelude/json.ts';
import { type Draft, idPrefix, settingsOf } from './draft.ts';

/** A part of an Interaction that stands by itself: what the clipboard holds, as JSON text. */
export interface Clip {
  readonly waymark: 'elements';
  readonly elements: { readonly [id: string]: Element };
  readonly connectors: readonly Connector[];
  readonly variables: { readonly [key: string]: Variable };
  readonly positions: { readonly [id: string]: readonly [number, number] };
}

/** The elements with the connectors among them and the variables they make or use. */
export function clipOf(interaction: Interaction, ids: readonly ElementId[]): Clip {
  const taken = new Set<string>(ids);
  const elements = Object.fromEntries(Object.entries(interaction.elements).filter(([id]) => taken.has(id)));
  const text = JSON.stringify(elements);
  return {
    waymark: 'elements',
    elements,
    connectors: Object.values(interaction.connectors).filter(({ from, to }) => taken.has(from) && taken.has(to)),
    variables: Object.fromEntries(Object.entries(interaction.variables).filter(([key]) => text.includes(key))),
    positions: Object.fromEntries(Object.entries(interaction.layout.positions).filter(([id]) => taken.has(id))),
  };
}

/** A clip from the clipboard's text, if it holds one whose element types are all known. */
export function readClip(text: string, catalog: Catalog): Clip | undefined {
  if (!text.startsWith('{') || !text.includes('"waymark"')) return undefined;
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isJsonObject(value) || value.waymark !== 'elements' || !isJsonObject(value.elements)) return undefined;
  const current = migrateElements(value, catalog);
  const known = Object.values(current.elements ?? {}).every((element) => {
    const type = isJsonObject(element) ? catalog.get(String(element.type)) : undefined;
    return type?.settings.safeParse(settingsOf(element as Element)).success === true;
  });
  return known ? (current as unknown as Clip) : undefined;
}

/** Puts a clip into a draft under new ids, moved by an offset; names stay, answers get variables of their own. */
export function putClip(draft: Draft, clip: Clip, [dx, dy]: readonly [number, number]): readonly ElementId[] {
  const ids = new Map<string, ElementId>();
  for (const [id, element] of Object.entries(clip.elements)) {
    const type = draft.catalog.get(element.type);
    if (type) ids.set(id, draft.newId(idPrefix(type)) as ElementId);
  }
  const keys = newKeys(draft, clip);
  for (const [id, element] of Object.entries(clip.elements)) {
    const made = ids.get(id);
    const type = draft.catalog.get(element.type);
    if (made === undefined || !type) continue;
    let settings = settingsOf(element);
    for (const [from, to] of keys) settings = renamed(settings, from, to) as JsonObject;
    draft.put(['elements', made], { ...element, ...settings } as Json);
    const at = clip.positions[id];
    if (at) draft.put(['layout', 'positions', made], [at[0] + dx, at[1] + dy]);
  }
  for (const connector of clip.connectors) {
    const from = ids.get(connector.from);
    const to = ids.get(connector.to);
    if (from !== undefined && to !== undefined) draft.addConnector({ ...connector, from, to });
  }
  return [...ids.values()];
}

/** Variables that pasted elements make get new keys where theirs is taken; others come along where they are missing. */
function newKeys(draft: Draft, clip: Clip): ReadonlyMap<string, string> {
  const made = new Set(
    Object.values(clip.elements).flatMap(
      (element) =>
        draft.catalog
          .get(element.type)
          ?.makes(settingsOf(element))
          .map(({ key }) => key) ?? [],
    ),
  );
  const keys = new Map<string, string>();
  for (const [key, variable] of Object.entries(clip.variables)) {
    const taken = Object.hasOwn(draft.now.variables, key);
    if (taken && made.has(key)) keys.set(key, freeKey(draft, key));
    if (!taken || made.has(key)) draft.put(['variables', keys.get(key) ?? key], variable as unknown as Json);
  }
  return keys;
}

function freeKey(draft: Draft, key: string): string {
  const base = key.replace(/_\d+$/, '');
  let n = 2;
  while (Object.hasOwn(draft.now.variables, `${base}_${n}`)) n++;
  return `${base}_${n}`;
}

/** A value in which a variable is called otherwise: as a setting, in an expression, in a text's placeholder. */
function renamed(value: Json, from: string, to: string): Json {
  if (typeof value === 'string') {
    if (value === from) return to;
    return value.replace(/\{[^{}]*\}/g, (place) => place.replace(wholeWord(from), to));
  }
  return within(value, (member, key) => {
    if (IDENTIFIERS.has(key)) return member;
    return EXPRESSION_SETTINGS.has(key) ? renamedExpressions(member, from, to) : renamed(member, from, to);
  });
}

/** The same in an expression, or in expressions by column. */
function renamedExpressions(value: Json, from: string, to: string): Json {
  if (typeof value === 'string') return value.replace(wholeWord(from), to);
  return within(value, (member) => renamedExpressions(member, from, to));
}

function within(value: Json, change: (member: Json, key: string) => Json): Json {
  if (Array.isArray(value)) return value.map((item: Json) => change(item, ''));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [[key, change(member, key)] as const],
  );
  return Object.fromEntries(entries);
}

/** Settings that hold FEEL text. */
const EXPRESSION_SETTINGS: ReadonlySet<string> = new Set([
  'when',
  'shownWhen',
  'value',
  'expression',
  'valid',
  'set',
  'otherwise',
]);

/** Names of parts of an element itself, which may look like a variable's. */
const IDENTIFIERS: ReadonlySet<string> = new Set(['id', 'exit']);

function wholeWord(key: string): RegExp {
  return new RegExp(`(?<![A-Za-z0-9_])${key}(?![A-Za-z0-9_])`, 'g');
}
