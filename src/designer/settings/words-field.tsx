import { useState } from 'react';
import type * as z from 'zod';
import type { SettingFace } from '#contract/setting.ts';
import type { Json } from '#prelude/json.ts';
import { TextField } from '#ui/text-field.tsx';

interface WordsFieldProps {
  readonly schema: z.ZodType;
  readonly face: SettingFace;
  readonly value: Json | undefined;
  readonly isOptional: boolean;
  onChange(path: readonly string[], value: Json | undefined): void;
}

/** A list of short words, typed with commas or blanks between them. What cannot be kept stays in the field with the reason. */
export function WordsField({ schema, face, value, isOptional, onChange }: WordsFieldProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly error: string | undefined } | undefined>();
  return (
    <TextField
      label={face.label}
      description={face.help}
      isOptional={isOptional}
      value={typed?.text ?? wordsIn(value).join(', ')}
      error={typed?.error}
      onBlur={() => setTyped(undefined)}
      onChange={(text) => {
        const words = text.split(/[\s,;]+/).filter((word) => word !== '');
        const wanted = words.length === 0 && isOptional ? undefined : words;
        const parsed = schema.safeParse(wanted);
        setTyped({ text, error: parsed.success ? undefined : `This does not fit: ${parsed.error.issues[0]?.message}` });
        if (parsed.success) onChange([], wanted);
      }}
    />
  );
}

/** The texts of a setting that is a list of them. */
export function wordsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((word: Json): word is string => typeof word === 'string') : [];
}
