import { describe, expect, it } from 'vitest';
import { findOptions } from './find-options.ts';

const options = ['Facturación', 'Pedidos y entrega', 'Asistencia técnica', 'Entrega urgente'].map((label) => ({
  value: label,
  label,
}));
const found = (typed: string) => findOptions(options, typed).map(({ option }) => option.label);

describe('a long list is narrowed by typing', () => {
  it('shows everything before', () => {
    expect(found(' ')).toHaveLength(4);
  });

  it('takes a choice’s number', () => {
    expect(found('3')).toEqual(['Asistencia técnica']);
  });

  it('shows what begins with the text first, then what holds its words', () => {
    expect(found('ent')).toEqual(['Entrega urgente', 'Pedidos y entrega']);
    expect(found('entrega ped')).toEqual(['Pedidos y entrega']);
  });

  it('does not mind accents or capitals', () => {
    expect(found('FACTURACION')).toEqual(['Facturación']);
  });

  it('says when nothing fits', () => {
    expect(found('xyz')).toEqual([]);
  });
});
