import { describe, expect, it } from 'vitest';
import { type AccountValues, recordOf, valuesIn } from './account-values.ts';

const values: AccountValues = {
  types: {
    notice: { kind: 'text' },
    limit: { kind: 'money' },
    regions: { kind: 'list', items: { kind: 'text' } },
    empty: { kind: 'text' },
  },
  values: {
    notice: { en: 'Line down', 'pt-BR': 'Linha fora do ar', de: 'Leitung gestört' },
    limit: { amount: '20.00', currency: 'EUR' },
    regions: ['North', 'South'],
    empty: {},
  },
};

describe('the values of an account', () => {
  it.each([
    ['de', 'en', 'Leitung gestört'],
    ['de-AT', 'en', 'Leitung gestört'],
    ['pt-BR', 'en', 'Linha fora do ar'],
    ['fr', 'de', 'Leitung gestört'],
    ['fr', 'it', 'Line down'],
  ])('are said in %s, of an Interaction written in %s, as “%s”', (language, source, wanted) => {
    expect(valuesIn(values, language, source).notice).toBe(wanted);
  });

  it('are the same in every language where they are no texts', () => {
    expect(valuesIn(values, 'de', 'en')).toMatchObject({
      limit: { amount: '20.00', currency: 'EUR' },
      regions: ['North', 'South'],
      empty: '',
    });
  });

  it('come as the very same object while nothing changed, for each pair of languages', () => {
    expect(valuesIn(values, 'de', 'en')).toBe(valuesIn(values, 'de', 'en'));
    expect(valuesIn(values, 'en', 'en')).not.toBe(valuesIn(values, 'de', 'en'));
    expect(valuesIn({ ...values }, 'de', 'en')).not.toBe(valuesIn(values, 'de', 'en'));
  });

  it('are a record to expressions', () => {
    expect(recordOf(values)).toEqual({ kind: 'record', fields: values.types });
  });
});
