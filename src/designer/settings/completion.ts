import { completionsAt } from '#expressions/complete.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { FormOffer } from '#ui/element-form.ts';

/** A value that a text may hold, by its name and by what people call it. */
export interface Completion {
  readonly key: string;
  readonly label: string;
}

/** What the list offers while one types: what is shown, and what is written in place of what was typed. */
export interface Offer {
  readonly insert: string;
  readonly label: string;
  /** How it is written, or of which type it is. */
  readonly code: string;
}

export interface Offers {
  /** The stretch of the text that is replaced. */
  readonly from: number;
  readonly to: number;
  readonly options: readonly Offer[];
}

const MOST_VALUES = 8;
const MOST_OPTIONS = 12;

/** The values for an unfinished placeholder before the cursor, which `{` or `@` begins. */
export function offersInText(text: string, cursor: number, completions: readonly Completion[]): Offers | undefined {
  const typed = /(?:\{|(?:^|\s)@)([A-Za-z0-9_.]*)$/.exec(text.slice(0, cursor))?.[1];
  if (typed === undefined) return undefined;
  const options = matching(completions, typed).map(({ key, label }) => ({ insert: `{${key}}`, label, code: key }));
  const to = text[cursor] === '}' ? cursor + 1 : cursor;
  return some({ from: cursor - typed.length - 1, to, options });
}

export interface ExpressionNames {
  readonly completions: readonly Completion[];
  readonly scope: Scope;
  /** What the field itself offers. */
  readonly values: readonly FormOffer[];
}

/** Values, names and functions for the word, or the text in quotes, before the cursor. */
export function offersInExpression(
  source: string,
  cursor: number,
  { completions, scope, values }: ExpressionNames,
): Offers | undefined {
  const before = source.slice(0, cursor);
  const quoted = /"[^"]*"?$/.exec(unquoted(before))?.[0];
  const typed = quoted ?? /[A-Za-z_]\w*$/.exec(before)?.[0] ?? '';
  const from = cursor - typed.length;
  const isField = before[from - 1] === '.';
  if (typed === '' && !isField) return undefined;
  const offered = isField ? [] : values.filter((value) => begins(value, typed)).map(withCode);
  if (quoted !== undefined) return some({ from, to: cursor, options: withoutDone(offered, typed) });
  const names = completionsAt(source, cursor, scope);
  // The first words of a function's name, which is taken as a whole.
  if (names.from < from) return some({ from: names.from, to: cursor, options: names.options.map(ofName) });
  const variables = isField
    ? []
    : matching(completions, typed).map(({ key, label }) => ({ insert: key, label, code: key }));
  const others = names.options.filter(({ kind }) => kind === (isField ? 'field' : 'function')).map(ofName);
  const options = withoutDone([...offered, ...variables, ...others], typed).slice(0, MOST_OPTIONS);
  return some({ from, to: cursor, options });
}

/** The text with what was chosen in place, and where the cursor stands then. */
export function complete(text: string, { from, to }: Offers, { insert }: Offer): { text: string; cursor: number } {
  return { text: text.slice(0, from) + insert + text.slice(to), cursor: from + insert.length };
}

function matching(completions: readonly Completion[], typed: string): readonly Completion[] {
  const wanted = typed.toLowerCase();
  return completions
    .filter(({ key, label }) => key.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted))
    .slice(0, MOST_VALUES);
}

function begins({ insert, label }: FormOffer, typed: string): boolean {
  const wanted = typed.toLowerCase();
  return insert.toLowerCase().startsWith(wanted) || label.toLowerCase().startsWith(wanted.replace(/^"/, ''));
}

function ofName({ insert, label, detail }: ReturnType<typeof completionsAt>['options'][number]): Offer {
  return { insert, label, code: detail };
}

function withCode({ insert, label }: FormOffer): Offer {
  return { insert, label, code: insert };
}

/** Nothing is offered to whoever has written it already. */
function withoutDone(options: readonly Offer[], typed: string): readonly Offer[] {
  return options.length === 1 && options[0]?.insert === typed ? [] : options;
}

function some(offers: Offers): Offers | undefined {
  return offers.options.length > 0 ? offers : undefined;
}

/** The text with closed quotes blanked out, so that only what an open one begins is found. */
function unquoted(before: string): string {
  const closed = /"(?:[^"\\]|\\.)*"(?=.)/gs;
  return before.replace(closed, (whole) => ' '.repeat(whole.length));
}
