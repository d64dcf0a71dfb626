/** A value that a text may hold, as the list that opens on `{` or `@` offers it. */
export interface Completion {
  readonly key: string;
  readonly label: string;
}

/** What is being completed: the part typed so far, and where it begins. */
export interface Completing {
  readonly from: number;
  readonly typed: string;
}

/** The unfinished placeholder before the cursor: after `{` or `@` in a text, or a name in an expression. */
export function completingAt(text: string, cursor: number, kind: 'text' | 'expression'): Completing | undefined {
  const before = text.slice(0, cursor);
  const pattern =
    kind === 'text' ? /(?:\{|(?:^|\s)@)([A-Za-z0-9_.]*)$/ : /(?:^|[^A-Za-z0-9_."])([A-Za-z_][A-Za-z0-9_.]*)$/;
  const found = pattern.exec(before);
  const typed = found?.[1];
  if (typed === undefined) return undefined;
  const sign = kind === 'text' ? 1 : 0;
  return { from: cursor - typed.length - sign, typed };
}

export function matching(completions: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.toLowerCase();
  return completions
    .filter(({ key, label }) => key.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted))
    .slice(0, 8);
}

/** The text with the completion in place, and where the cursor stands then. */
export function complete(
  text: string,
  cursor: number,
  { from }: Completing,
  key: string,
  kind: 'text' | 'expression',
): { text: string; cursor: number } {
  const inserted = kind === 'text' ? `{${key}}` : key;
  const rest = text.slice(cursor);
  const after = kind === 'text' && rest.startsWith('}') ? rest.slice(1) : rest;
  return { text: text.slice(0, from) + inserted + after, cursor: from + inserted.length };
}
