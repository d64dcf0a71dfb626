import { isJsonObject } from '#prelude/json.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import { TextField } from '#ui/text-field.tsx';
import type { KindFieldProps } from './kind-field.ts';
import './kinds.css';

const NAMES = new Intl.DisplayNames('en', { type: 'currency', fallback: 'code' });
const CURRENCIES = Intl.supportedValuesOf('currency').map((code) => ({
  id: code,
  label: `${code} ${NAMES.of(code) ?? ''}`.trim(),
}));

/** The amount is kept as it is typed, digit by digit; a comma is taken for the point that it means. */
export function MoneyKind({ label, description, draft, onChange, error, isDisabled = false }: KindFieldProps) {
  const { amount = '', currency = 'EUR' } = isJsonObject(draft) ? draft : {};
  return (
    <div className="wc-kind-pair">
      <TextField
        label={label}
        description={description}
        inputMode="decimal"
        maxLength={32}
        isDisabled={isDisabled}
        value={String(amount)}
        onChange={(text) => onChange({ amount: text.trim().replace(',', '.'), currency })}
        error={error}
      />
      <ComboBox<string>
        label={`Currency of ${label.toLowerCase()}`}
        options={CURRENCIES}
        isDisabled={isDisabled}
        value={String(currency)}
        onChange={(code) => code && onChange({ amount, currency: code })}
      />
    </div>
  );
}
