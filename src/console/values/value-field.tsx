import type { ComponentType } from 'react';
import type { AccountValueType } from '#contract/account-values.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { BooleanKind } from './kinds/boolean.tsx';
import { DateKind } from './kinds/date.tsx';
import { DateTimeKind } from './kinds/date-time.tsx';
import { DurationKind } from './kinds/duration.tsx';
import type { KindFieldProps } from './kinds/kind-field.ts';
import { ListKind } from './kinds/list.tsx';
import { MoneyKind } from './kinds/money.tsx';
import { NumberKind } from './kinds/number.tsx';
import { TextKind } from './kinds/text.tsx';
import { TimeKind } from './kinds/time.tsx';

interface KindFace {
  readonly Field: ComponentType<KindFieldProps>;
  /** What a new value of the type begins with. */
  readonly begins: Json | undefined;
}

const KINDS = {
  text: { Field: TextKind, begins: { en: '' } },
  number: { Field: NumberKind, begins: undefined },
  money: { Field: MoneyKind, begins: undefined },
  boolean: { Field: BooleanKind, begins: false },
  date: { Field: DateKind, begins: undefined },
  time: { Field: TimeKind, begins: undefined },
  'date-time': { Field: DateTimeKind, begins: undefined },
  duration: { Field: DurationKind, begins: undefined },
  list: { Field: ListKind, begins: [] },
} as const satisfies Record<AccountValueType, KindFace>;

/** A value of a type, with the field that its type asks for. */
export function ValueField({ type, ...field }: KindFieldProps & { readonly type: AccountValueType }) {
  const { Field } = KINDS[type];
  return <Field {...field} />;
}

/** What a field shows of a value, or of none yet. */
export function draftOf(type: AccountValueType, value: Json | undefined): Json | undefined {
  if (value === undefined) return KINDS[type].begins;
  // An empty text has at least one language to be written in.
  return type === 'text' && isJsonObject(value) && Object.keys(value).length === 0 ? { en: '' } : value;
}

/** The value that a draft stands for: a language without words is none, so that readers get another one. */
export function keptOf(type: AccountValueType, draft: Json | undefined): Json | undefined {
  if (type !== 'text' || !isJsonObject(draft)) return draft;
  return Object.fromEntries(
    Object.entries(draft).filter(([, words]) => typeof words === 'string' && words.trim() !== ''),
  );
}
