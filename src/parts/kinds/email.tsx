/** @jsxImportSource preact */
import { type FieldKind, type InputProps, textAsItIs } from '../field-kind.ts';
import { TextInput } from '../text-input.tsx';

function EmailInput(props: InputProps) {
  return <TextInput {...props} inputMode="email" fill="email" verbatim />;
}

export const email: FieldKind = { Input: EmailInput, ...textAsItIs };
