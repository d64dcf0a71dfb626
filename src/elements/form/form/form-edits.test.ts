import { describe, expect, it } from 'vitest';
import type { FormItem } from '../settings.ts';
import {
  addItem,
  duplicateItem,
  itemName,
  moveItem,
  moveSection,
  newField,
  removeItem,
  type Sections,
  withAnswer,
} from './form-edits.ts';

const field = (variable: string, label = variable): FormItem & { kind: 'field' } => ({
  kind: 'field',
  label: { en: label },
  answer: { kind: 'short-text', variable },
});
const words = (text: string): FormItem => ({ kind: 'text', text: { en: text } });
const sections: Sections = [
  { items: [field('street'), words('Where you live'), field('city')] },
  { title: { en: 'Contact' }, items: [field('phone')] },
];
const namesIn = (all: Sections) => all.map(({ items }) => items.map((item, at) => itemName(item, at, 'en', 'en')));
const variablesIn = (all: Sections) =>
  all.flatMap(({ items }) => items.flatMap((item) => (item.kind === 'field' ? [item.answer.variable] : [])));

describe('the items of a form', () => {
  it('are added with a variable that nothing has', () => {
    const first = newField(sections, { language: 'en', taken: new Set(['field_4']) });
    expect(first).toEqual({
      kind: 'field',
      label: { en: 'Field 4' },
      answer: { kind: 'short-text', variable: 'field_4_2' },
    });
    expect(namesIn(addItem(sections, 1, first))[1]).toEqual(['phone', 'Field 4']);
  });

  it('are doubled, a field with a variable of its own', () => {
    const once = duplicateItem(sections, { section: 0, item: 0 }, new Set(['street_2']));
    expect(variablesIn(once)).toEqual(['street', 'street_3', 'city', 'phone']);
    const again = duplicateItem(once, { section: 0, item: 1 }, new Set(['street_2']));
    expect(new Set(variablesIn(again)).size).toBe(5);
    expect(namesIn(duplicateItem(sections, { section: 0, item: 1 }, new Set()))[0]).toEqual([
      'street',
      'Where you live',
      'Where you live',
      'city',
    ]);
  });

  it('are moved within their section and into another one', () => {
    expect(namesIn(moveItem(sections, { section: 0, item: 2 }, { section: 0, item: 0 }))[0]).toEqual([
      'city',
      'street',
      'Where you live',
    ]);
    expect(namesIn(moveItem(sections, { section: 0, item: 0 }, { section: 1 }))).toEqual([
      ['Where you live', 'city'],
      ['phone', 'street'],
    ]);
    expect(moveItem(sections, { section: 0, item: 0 }, { section: 7 })).toBe(sections);
    expect(namesIn(removeItem(sections, { section: 0, item: 1 }))[0]).toEqual(['street', 'city']);
  });

  it('are called by their place where they have no words', () => {
    expect(itemName(field('a', ' '), 1, 'en', 'en')).toBe('Field 2');
    expect(itemName(words(''), 0, 'en', 'en')).toBe('Text 1');
    expect(itemName(field('a', 'Street'), 0, 'es', 'en')).toBe('Street');
  });
});

it('sections change places with all that is in them', () => {
  expect(namesIn(moveSection(sections, 1, 0))).toEqual([['phone'], ['street', 'Where you live', 'city']]);
});

describe('a field with another kind of answer', () => {
  it('has choices to begin with where its kind asks for some, and none elsewhere', () => {
    const chosen = withAnswer(field('size'), { kind: 'one-choice', variable: 'size' }, 'en');
    expect(chosen.choices?.map(({ value, label }) => [value, label.en])).toEqual([
      ['choice_1', 'Choice 1'],
      ['choice_2', 'Choice 2'],
    ]);
    expect(withAnswer(chosen, { kind: 'many-choices', variable: 'size' }, 'en').choices).toBe(chosen.choices);
    expect(withAnswer(chosen, { kind: 'number', variable: 'size' }, 'en')).not.toHaveProperty('choices');
    const listed = { kind: 'one-choice', variable: 'size', list: { from: 'sizes' } };
    expect(withAnswer(chosen, listed, 'en')).not.toHaveProperty('choices');
  });
});
