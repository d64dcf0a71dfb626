import { isJsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { LocalizedFields } from '../../languages/localized-fields.tsx';
import type { KindFieldProps } from './kind-field.ts';

export function TextKind({ draft, onChange, ...field }: KindFieldProps) {
  const texts = isJsonObject(draft) ? (draft as { readonly [language: string]: string }) : {};
  return <LocalizedFields {...field} isLong maxLength={LIMITS.longText} value={texts} onChange={onChange} />;
}
