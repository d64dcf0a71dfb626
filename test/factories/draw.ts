import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import { checkInteraction } from '#format/read.ts';
import type { Json, JsonObject } from '#prelude/json.ts';

/** Everything of an Interaction that a test cares about; the rest is filled in. */
export interface Drawing {
  readonly start?: string | null;
  readonly id?: string;
  readonly name?: string;
  readonly languages?: readonly string[];
  readonly variables?: JsonObject;
  /** Elements by id; the type is guessed from the id's letter where it is left out, names from the id. */
  readonly elements: { readonly [id: string]: JsonObject };
  /** Connectors as `q_problem.choices -> c_billing` or `c_billing -> s_confirm`. */
  readonly connectors?: readonly string[];
  readonly tests?: JsonObject;
}

/** The type that the letter of an id stands for. */
export const TYPES: { readonly [letter: string]: string } = {
  q: 'question',
  c: 'choice',
  s: 'statement',
  d: 'decision',
  t: 'decision',
  v: 'assignment',
  e: 'end',
  n: 'note',
  i: 'integration',
  m: 'email',
  h: 'client-event',
  w: 'wait',
  x: 'transfer',
  l: 'loop',
  u: 'sub-interaction',
};

/** An Interaction from a short drawing; throws where the drawing is no valid file. The first element is the start. */
export function draw(drawing: Drawing): Interaction {
  const checked = checkInteraction(drawnFile(drawing), catalog);
  if (!checked.ok) throw new Error(JSON.stringify(checked.error, null, 1));
  return checked.value;
}

/** The same as the JSON of its file, unchecked. */
function drawnFile(drawing: Drawing): JsonObject {
  const ids = Object.keys(drawing.elements);
  const elements: { [id: string]: Json } = {};
  for (const id of ids) {
    elements[id] = { type: TYPES[id[0] ?? ''] ?? '', name: id, ...drawing.elements[id] };
  }
  const connectors: { [id: string]: Json } = {};
  for (const [index, line] of (drawing.connectors ?? []).entries()) {
    const found = /^(\w+)(?:\.([\w-]+))? -> (\w+)$/.exec(line);
    if (!found?.[1] || !found[3]) throw new Error(`Not a connector: ${line}`);
    const [, from, exit, to] = found;
    connectors[`k${index + 1}`] = { from, to, order: `a${String(index).padStart(4, '0')}`, ...(exit ? { exit } : {}) };
  }
  const start = drawing.start === undefined ? ids[0] : drawing.start;
  return {
    format: 1,
    id: drawing.id ?? 'int_drawn',
    name: drawing.name ?? 'Drawn',
    languages: drawing.languages ?? ['en'],
    ...(start ? { start } : {}),
    variables: drawing.variables ?? {},
    elements,
    connectors,
    ...(drawing.tests ? { tests: drawing.tests } : {}),
  };
}

export const text = (words: string): JsonObject => ({ en: words });
