import { GROUPS, LAYERS, type Layer } from './layers.ts';

/** Whether a path below `src/` falls under a pattern such as `store/`, `elements/<type>/view.tsx` or `map/*.worker.ts`. */
export function falls(path: string, pattern: string): boolean {
  return matcher(pattern).test(path);
}

const matchers = new Map<string, RegExp>();

function matcher(pattern: string): RegExp {
  const known = matchers.get(pattern);
  if (known) return known;
  const body = pattern
    .replace(/[.+?^$()[\]{}|\\]/g, '\\$&')
    .replace('<type>', '[^/]+')
    .replace('*', '.*');
  const made = new RegExp(pattern.endsWith('/') ? `^${body}` : `^${body}$`);
  matchers.set(pattern, made);
  return made;
}

/** The row a file stands under: the longest pattern it matches. Undefined where the table has no place for it. */
export function layerOf(path: string): Layer | undefined {
  let found: Layer | undefined;
  for (const layer of LAYERS) {
    if (falls(path, layer.row) && (!found || layer.row.length > found.row.length)) found = layer;
  }
  return found;
}

/** The folder within which imports are relative: the first one below `src/`. */
export function topFolder(path: string): string {
  return path.slice(0, path.indexOf('/') + 1);
}

/** Files of one unit import each other freely: a layer, one element type's folder, one of the element tables. */
export function unitOf(path: string): string {
  const [top, second] = path.split('/');
  return top === 'elements' ? `elements/${second}` : `${top}/`;
}

export function isWeb(path: string): boolean {
  return path.endsWith('.tsx') || layerOf(path)?.runsIn === 'browser';
}

export function mayImport(from: Layer, to: Layer): boolean {
  return from.mayImport.some((name) => name === to.row || GROUPS[name]?.includes(to.row));
}
