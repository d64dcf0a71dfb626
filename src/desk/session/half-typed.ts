import type { Json } from '#prelude/json.ts';
import type { SessionShown } from './player-frame.tsx';
import { shownAnswer } from './summary.ts';

type Page = NonNullable<SessionShown['page']>;

/**
 * What stands on a page and was not sent, as a line for a note: it stays behind when the session is handed over. Empty
 * where there is nothing; secrets are never in it.
 */
export function halfTypedText({ name, language, part }: Page, typed: { readonly [field: string]: Json | undefined }) {
  const open = part.fields.flatMap((field) => {
    const value = typed[field.name];
    if (value === undefined || field.secret || field.shows || isSame(value, field.value)) return [];
    const shown = shownAnswer(field, value, language).trim();
    return shown === '' ? [] : [part.fields.length > 1 && field.label ? `${field.label}: ${shown}` : shown];
  });
  return open.length === 0 ? '' : `“${name}”, begun and not sent: ${open.join('; ')}`;
}

/** The earlier answer, as it stands in the field from the beginning. */
function isSame(value: Json, earlier: Json | undefined): boolean {
  return JSON.stringify(value) === JSON.stringify(earlier);
}
