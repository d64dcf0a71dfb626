import { useState } from 'react';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { TextField } from '#ui/text-field.tsx';
import type { ValueFieldProps } from './value-field.tsx';

const AMOUNT = /^-?\d+(\.\d+)?$/;
const CURRENCY = /^[A-Z]{3}$/;

/** An amount, exact, in a currency or, without one, in that of what it is compared with. */
export function MoneyField({ label, shownLabel, value, onChange }: ValueFieldProps) {
  const [typed, setTyped] = useState<{ readonly amount: string; readonly currency: string } | undefined>(undefined);
  const { amount, currency } = typed ?? partsOf(value);
  const change = (next: { readonly amount: string; readonly currency: string }) => {
    const made = moneyOf(next.amount.trim(), next.currency.trim());
    setTyped(made === undefined ? next : undefined);
    if (made !== undefined || (next.amount === '' && next.currency === '')) onChange(made);
  };
  const wrongAmount = typed && amount !== '' && !AMOUNT.test(amount.trim());
  const wrongCurrency = typed && currency !== '' && !CURRENCY.test(currency.trim());
  return (
    <div className="decision-money">
      <TextField
        label={shownLabel ?? `Amount: ${label}`}
        isLabelHidden={shownLabel === undefined}
        value={amount}
        inputMode="decimal"
        onChange={(text) => change({ amount: text, currency })}
        {...(wrongAmount ? { error: 'An amount is written like 12.50' } : {})}
      />
      <TextField
        label={`Currency: ${label}`}
        isLabelHidden={shownLabel === undefined}
        value={currency}
        placeholder="any currency"
        onChange={(text) => change({ amount, currency: text.toUpperCase() })}
        {...(wrongCurrency ? { error: 'A currency is written like EUR' } : {})}
      />
    </div>
  );
}

function partsOf(value: Json | undefined): { readonly amount: string; readonly currency: string } {
  if (typeof value === 'number') return { amount: String(value), currency: '' };
  if (!isJsonObject(value)) return { amount: '', currency: '' };
  return { amount: String(value.amount ?? ''), currency: String(value.currency ?? '') };
}

function moneyOf(amount: string, currency: string): Json | undefined {
  if (!AMOUNT.test(amount)) return undefined;
  if (currency === '') return Number(amount);
  return CURRENCY.test(currency) ? { amount, currency } : undefined;
}
