import { useMemo } from 'react';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { languageName } from '../editor/language-name.ts';
import { useEditorState } from '../page/editor-context.ts';
import { offersInText } from './completion.ts';
import { problemInText } from './text-problem.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useCompletions, useScope } from './use-values.ts';

export interface LocalizedFieldProps {
  label: string;
  help?: string | undefined;
  value: Json | undefined;
  isLong: boolean;
  isFormatted?: boolean;
  isOptional: boolean;
  /** Another language than the one that is being edited. */
  language?: string | undefined;
  /** Sets the text of a language; undefined removes it. */
  onChange(language: string, text: string | undefined): void;
}

/** A text in the language that is being edited, with the source text beside it where that is another one. */
export function LocalizedField(props: LocalizedFieldProps) {
  const { label, help, value, isLong, isFormatted = false, isOptional, onChange } = props;
  const edited = useEditorState((state) => state.view.language);
  const language = props.language ?? edited;
  const source = useEditorState((state) => state.interaction.languages[0]);
  const completions = useCompletions();
  const scope = useScope();
  const texts = isJsonObject(value) ? value : {};
  const text = typeof texts[language] === 'string' ? texts[language] : '';
  const original = language !== source && typeof texts[source] === 'string' ? texts[source] : undefined;
  const problem = useMemo(() => problemInText(text, scope), [text, scope]);
  const name = language === source ? label : `${label} (${languageName(language)})`;
  return (
    <TextWithValues
      kind="text"
      isFormatted={isFormatted}
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
