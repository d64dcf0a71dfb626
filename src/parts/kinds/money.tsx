/** @jsxImportSource preact */
import type { PageField } from '#contract/page.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { showMoney } from '#prelude/locale.ts';
import type { FieldKind, InputProps } from '../field-kind.ts';
import { listLimit } from '../limits.ts';
import { TextInput } from '../text-input.tsx';
import { currencyIn, isTypedMoney, readAmount, type TypedMoney, typedMoney } from '../typed-money.ts';
import { describedByUnderstood, Understood } from '../understood.tsx';

/** The amount and, where there are several, its currency: typed behind it, by its sign, or chosen beside it. */
function MoneyInput(props: InputProps) {
  const { field, language, words, locked } = props;
  const currencies = listLimit(field, 'currencies');
  const [only = ''] = currencies;
  const { text, currency } = isTypedMoney(props.value) ? props.value : { text: '', currency: only };
  const amount = readAmount(text, language);
  const put = (next: TypedMoney) => props.type(next);
  const line = {
    ...props,
    value: text,
    type: (value: Json | undefined) => {
      const next = typeof value === 'string' ? value : '';
      put({ text: next, currency: currencyIn(next, currencies, language) ?? currency });
    },
  };
  return (
    <div>
      <div class="number">
        <TextInput {...describedByUnderstood(line)} inputMode="decimal" class="input-number" verbatim />
        {currencies.length === 1 ? (
          <span class="unit">{only}</span>
        ) : (
          <select
            class="input select input-currency"
            aria-label={words.currency}
            aria-describedby={props.labelledBy}
            aria-disabled={locked || undefined}
            value={currency}
            onChange={(event) => !locked && put({ text, currency: event.currentTarget.value })}
          >
            {currencies.map((code) => (
              <option key={code} value={code}>
                {code}
              </option>
            ))}
          </select>
        )}
      </div>
      <Understood
        input={line}
        words={amount === undefined ? undefined : showMoney(amount, currency, language)}
        unclear={words.amountUnclear}
      />
    </div>
  );
}

function typedOf(answer: Json | undefined, language: string, field: PageField): Json | undefined {
  if (!isJsonObject(answer) || typeof answer.amount !== 'string' || typeof answer.currency !== 'string')
    return undefined;
  const { amount, currency } = answer;
  const currencies = listLimit(field, 'currencies');
  return typedMoney(
    { amount, currency: currencies.includes(currency) ? currency : (currencies[0] ?? currency) },
    language,
  );
}

export const money: FieldKind = {
  Input: MoneyInput,
  typed: typedOf,
  answer(typed, language) {
    if (!isTypedMoney(typed)) return typed;
    const { text, currency } = typed;
    if (text.trim() === '') return undefined;
    const amount = readAmount(text, language);
    return amount === undefined ? text : { amount, currency };
  },
};
