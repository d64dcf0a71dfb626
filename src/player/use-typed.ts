import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Page } from '#contract/page.ts';
import { retyped } from '#parts/field.tsx';
import type { Typed } from '#parts/view.ts';
import type { Json } from '#prelude/json.ts';

interface KeptTyped {
  typed(page: Page): Typed;
  keepTyped(page: Page, typed: Typed): void;
}

/** What is typed on one page from its arrival on, kept over a reload but for secrets, and over a change of the language. */
export function useTyped(page: Page, kept: KeptTyped) {
  const [typed, setTyped] = useState<Typed>(() => kept.typed(page));
  // What comes late, such as an upload, is put beside what was typed meanwhile.
  const latest = useRef(typed);
  const put = (next: Typed) => {
    latest.current = next;
    setTyped(next);
    kept.keepTyped(page, withoutSecrets(page, next));
  };
  // What is half typed is read by the signs of its language: in another one it would say something else.
  const language = useRef(page.language);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of the language
  useLayoutEffect(() => {
    if (language.current === page.language) return;
    put(retyped(page.part.fields, latest.current, language.current, page.language));
    language.current = page.language;
  }, [page.language]);
  return { typed, type: (field: string, value: Json | undefined) => put({ ...latest.current, [field]: value }) };
}

/** What may be written down of a half-typed page. */
function withoutSecrets({ part }: Page, typed: Typed): Typed {
  const secret = new Set(part.fields.flatMap((field) => (field.secret ? [field.name] : [])));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.has(name)));
}
