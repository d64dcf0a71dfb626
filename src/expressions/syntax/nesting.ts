const STRING_OR_COMMENT = /"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//y;

/**
 * Where brackets are nested more than so many levels deep; undefined where they are not.
 * Asked before anything is parsed, since the parser goes as deep as the text.
 */
export function tooDeepAt(source: string, levels: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === '"' || sign === '/') {
      STRING_OR_COMMENT.lastIndex = at;
      const skipped = STRING_OR_COMMENT.exec(source)?.[0].length;
      if (skipped) at += skipped - 1;
    } else if (sign === '(' || sign === '[' || sign === '{') {
      depth++;
      if (depth > levels) return at;
    } else if (sign === ')' || sign === ']' || sign === '}') {
      // Ranges may be closed by an opening bracket and the other way round: then the count is only nearly right.
      depth = Math.max(0, depth - 1);
    }
  }
  return undefined;
}
