import { useState } from 'react';
import type * as z from 'zod';
import type { SettingFace } from '#contract/setting.ts';
import type { Json } from '#prelude/json.ts';
import { TextArea } from '#ui/text-area.tsx';

interface JsonFieldProps {
  readonly schema: z.ZodType;
  readonly face: SettingFace;
  readonly value: Json | undefined;
  readonly isOptional: boolean;
  onChange(path: readonly string[], value: Json | undefined): void;
}

/** Any value, written as JSON: what can be read is kept at once, what cannot stays in the field with the reason. */
export function JsonField({ schema, face, value, isOptional, onChange }: JsonFieldProps) {
  const [typed, setTyped] = useState<{ readonly text: string; readonly error: string } | undefined>(undefined);
  return (
    <TextArea
      label={face.label}
      description={face.help}
      isOptional={isOptional}
      rows={4}
      value={typed?.text ?? (value === undefined ? '' : JSON.stringify(value, null, 2))}
      error={typed?.error || undefined}
      onBlur={() => setTyped(undefined)}
      onChange={(text) => {
        const read = readJson(text);
        const parsed = read.ok ? schema.safeParse(read.value) : undefined;
        setTyped({ text, error: read.ok && parsed?.success ? '' : 'This is no JSON yet, such as {"balance": 12.5}' });
        if (read.ok && parsed?.success) onChange([], read.value);
      }}
    />
  );
}

function readJson(text: string): { readonly ok: true; readonly value: Json | undefined } | { readonly ok: false } {
  if (text.trim() === '') return { ok: true, value: undefined };
  try {
    return { ok: true, value: JSON.parse(text) as Json };
  } catch {
    // Half typed: the field says so.
    return { ok: false };
  }
}
