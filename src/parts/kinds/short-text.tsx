/** @jsxImportSource preact */
import { type FieldKind, type InputProps, textAsItIs } from '../field-kind.ts';
import { TextInput } from '../text-input.tsx';

function ShortText(props: InputProps) {
  return <TextInput {...props} />;
}

export const shortText: FieldKind = { Input: ShortText, ...textAsItIs };
