import type { Page, PageField, PageSection } from '#contract/page.ts';
import { plainText } from '#contract/text-tree.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';

/** Everything that stands on a page to be read, where its conditions let it be seen; one piece each. */
export function wordsOnPage({ part, help, buttons, wait }: Page): readonly string[] {
  const untrue = new Set(part.untrue);
  const isSeen = ({ shownWhen }: { readonly shownWhen?: string }) => shownWhen === undefined || !untrue.has(shownWhen);
  const sections = part.sections ?? [];
  const hidden = new Set(sections.filter((section) => !isSeen(section)).flatMap(fieldsOf));
  const pieces = [
    plainText(part.text),
    ...(help ? [plainText(help)] : []),
    ...part.fields.filter((field) => isSeen(field) && !hidden.has(field.name)).flatMap(wordsOfField),
    ...sections
      .filter(isSeen)
      .flatMap(({ title, items }) => [
        ...(title === undefined ? [] : [title]),
        ...items.flatMap((item) => ('text' in item && isSeen(item) ? [plainText(item.text)] : [])),
      ]),
    ...(buttons ?? []).map(({ label }) => label),
    ...(part.next === undefined ? [] : [part.next]),
    ...(wait ? [wait.label] : []),
  ];
  // Of a page that asks one thing the text is the label of its field, too.
  return [...new Set(pieces)].filter((piece) => piece.trim() !== '');
}

/** Whether words stand in one of the pieces, however many spaces of whatever kind are between them. */
export function areSeen(words: string, pieces: readonly string[]): boolean {
  const wanted = evenSpaces(words);
  return pieces.some((piece) => evenSpaces(piece).includes(wanted));
}

function fieldsOf({ items }: PageSection): readonly string[] {
  return items.flatMap((item) => ('field' in item ? [item.field] : []));
}

/** Beside label and options what its kind shows: the cells of a table, the words of a scale. */
function wordsOfField({ label, hint, options = [], limits }: PageField): readonly string[] {
  return [
    label,
    ...(hint === undefined ? [] : [hint]),
    ...options.flatMap((option) => [option.label, ...(option.heading === undefined ? [] : [option.heading])]),
    ...textsIn(limits),
  ];
}

function textsIn(value: Json | undefined): readonly string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isJsonObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

function evenSpaces(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
