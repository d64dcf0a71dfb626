import { offersInText } from './completion.ts';
import type { SettingFieldProps } from './setting-field.tsx';
import { problemInText } from './text-problem.ts';
import { TextWithValues } from './text-with-values.tsx';
import { useTypedText } from './typed-text.ts';
import { useCompletions, useScope } from './use-values.ts';

/** A text that no person reads, such as an address, with values in braces. */
export function TemplateField({ schema, face, value, onChange }: SettingFieldProps) {
  const completions = useCompletions();
  const scope = useScope();
  const typed = useTypedText(typeof value === 'string' ? value : '', schema, (text) => onChange([], text));
  return (
    <TextWithValues
      kind="text"
      label={face.label}
      description={face.help}
      value={typed.value}
      offersAt={(written, cursor) => offersInText(written, cursor, completions)}
      problem={typed.error ?? problemInText(typed.value, scope)}
      onChange={typed.onChange}
      onLeft={typed.onBlur}
    />
  );
}
