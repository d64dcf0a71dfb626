import { useState } from 'react';
import type * as z from 'zod';

/**
 * A text that is being typed: what is right is kept at once, what is wrong stays in the field with the reason, and goes
 * when the field is left.
 */
export function useTypedText(value: string, schema: z.ZodType, commit: (text: string | undefined) => void) {
  const [wrong, setWrong] = useState<{ readonly text: string; readonly error: string } | undefined>(undefined);
  return {
    value: wrong?.text ?? value,
    error: wrong?.error,
    onChange(text: string) {
      const wanted = text === '' && schema.safeParse(undefined).success ? undefined : text;
      const parsed = schema.safeParse(wanted);
      if (parsed.success) {
        setWrong(undefined);
        commit(wanted);
      } else setWrong({ text, error: errorOf(text, parsed.error.issues[0]?.message) });
    },
    onBlur: () => setWrong(undefined),
  };
}

function errorOf(text: string, message: string | undefined): string {
  if (text === '') return 'This cannot be empty; the old text stays';
  return `This does not fit: ${message ?? 'it is not of the right form'}`;
}
