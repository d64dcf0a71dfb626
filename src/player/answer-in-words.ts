import type { Page } from '#contract/page.ts';
import { isJsonObject, type Json } from '#prelude/json.ts';
import { showMoney } from '#prelude/locale.ts';

/** What was answered or half typed, as short words that say it again to whoever gave it; empty where there is nothing to say. */
export function answerInWords({ part, language }: Pick<Page, 'part' | 'language'>, answer: Json | undefined): string {
  const { fields } = part;
  const options = fields.flatMap((field) => field.options ?? []);
  const secret = new Set(fields.flatMap(({ name, secret }) => (secret ? [name] : [])));
  const yesOrNo = (value: boolean) =>
    fields.map(({ limits }) => limits[value ? 'yes' : 'no']).find((label) => typeof label === 'string');
  const words = (value: Json | undefined): readonly string[] => {
    if (value === undefined || value === null || value === '') return [];
    if (typeof value === 'boolean') return [yesOrNo(value) ?? ''];
    if (Array.isArray(value)) return value.flatMap(words);
    if (!isJsonObject(value)) return [options.find((option) => option.value === value)?.label ?? String(value)];
    const { id, name, amount, currency } = value;
    if (typeof id === 'string' && typeof name === 'string') return [name];
    if (typeof amount === 'string' && typeof currency === 'string') return [showMoney(amount, currency, language)];
    return Object.entries(value).flatMap(([field, member]) => (secret.has(field) ? [] : words(member)));
  };
  return words(answer)
    .filter((each) => each !== '')
    .join(', ');
}
