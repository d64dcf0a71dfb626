import { useMemo } from 'react';
import { checkTemplate, parseTemplate } from '#expressions/template.ts';
import type { Scope } from '#expressions/value-type.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { useEditorState } from '../page/editor-context.ts';
import { offersInText } from './completion.ts';
import { languageName } from './language-name.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useCompletions, useScope } from './use-values.ts';

export interface LocalizedFieldProps {
  label: string;
  help?: string | undefined;
  value: Json | undefined;
  isLong: boolean;
  isOptional: boolean;
  /** Sets the text of a language; undefined removes it. */
  onChange(language: string, text: string | undefined): void;
}

/** A text in the language that is being edited, with the source text beside it where that is another one. */
export function LocalizedField({ label, help, value, isLong, isOptional, onChange }: LocalizedFieldProps) {
  const language = useEditorState((state) => state.view.language);
  const source = useEditorState((state) => state.interaction.languages[0]);
  const completions = useCompletions();
  const scope = useScope();
  const texts = isJsonObject(value) ? value : {};
  const text = typeof texts[language] === 'string' ? texts[language] : '';
  const original = language !== source && typeof texts[source] === 'string' ? texts[source] : undefined;
  const problem = useMemo(() => problemIn(text, scope), [text, scope]);
  const name = language === source ? label : `${label} (${languageName(language)})`;
  return (
    <TextWithValues
      kind="text"
      label={isOptional ? `${name} (optional)` : name}
      rows={isLong ? 3 : 1}
      language={language}
      value={text}
      offersAt={(written, cursor) => offersInText(written, cursor, completions)}
      problem={problem}
      description={
        original === undefined ? help : <span className="settings-original">{original || 'No text yet'}</span>
      }
      onChange={(next) => onChange(language, next === '' && (isOptional || language !== source) ? undefined : next)}
    />
  );
}

function problemIn(text: string, scope: Scope): string | undefined {
  if (!text.includes('{') && !text.includes('}')) return undefined;
  const parsed = parseTemplate(text);
  return parsed.ok ? checkTemplate(parsed.value, scope)[0]?.message : parsed.error.message;
}
