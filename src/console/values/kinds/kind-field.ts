import type { Json } from '#prelude/json.ts';

/** What a field of a value is given. A draft that is no value yet, such as an empty number, is undefined. */
export interface KindFieldProps {
  readonly label: string;
  readonly description?: string | undefined;
  readonly draft: Json | undefined;
  readonly onChange: (draft: Json | undefined) => void;
  readonly error?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}
