import { LIMITS } from '#prelude/limits.ts';

/** Containers (quotes and list items) that may stand in each other. */
const DEEPEST = 24;
/** The same sign so often in a row is no format. */
const LONGEST_RUN = 60;
/** An underline makes a heading of what stands above it, for which the parser goes back. */
const UNDERLINE_COST = 10;

const SIGNS = new Set('*_[]!`<&\\');
/** Quote signs, bullets and numbers at the beginning of a line, each with the space before it. */
const CONTAINERS = /^(?:[ \t]*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)))+/;
const MARKERS = />|[-+*]|\d+[.)]/g;
const RULE = /^[ \t>]*([*_=-])(?:[ \t]*\1)*[ \t]*$/;

/**
 * Whether a text is formatted at all. What Markdown costs to parse grows with the square of its signs, so a text made of
 * nothing else could hold up a server for minutes. A text that people read has far fewer than `LIMITS.formattingSigns`;
 * one that has more is shown as it is written, and a check says so.
 */
export function isWorthFormatting(markdown: string): boolean {
  let signs = 0;
  for (const line of markdown.split('\n')) {
    const cost = costOf(line);
    if (cost === undefined) return false;
    signs += cost;
    if (signs > LIMITS.formattingSigns) return false;
  }
  return true;
}

/** The signs of a line; undefined where it is not worth to be formatted. */
function costOf(line: string): number | undefined {
  const depth = depthOf(line);
  if (depth > DEEPEST) return undefined;
  if (RULE.test(line)) return depth + UNDERLINE_COST;
  let signs = 0;
  let run = 0;
  for (let i = 0; i < line.length; i++) {
    const sign = line.charAt(i);
    if (!SIGNS.has(sign)) continue;
    run = sign === line.charAt(i - 1) ? run + 1 : 1;
    if (run > LONGEST_RUN) return undefined;
    signs++;
  }
  return 1 + depth + signs;
}

/** How deep in quotes and lists a line can stand by what it begins with. */
function depthOf(line: string): number {
  const begin = CONTAINERS.exec(line)?.[0];
  if (begin === undefined) return 0;
  const markers = begin.match(MARKERS) ?? [];
  return markers.length + Math.floor((begin.length - markers.join('').length) / 2);
}
