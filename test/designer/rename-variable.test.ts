import { describe, expect, test } from 'vitest';
import { canRenameVariable, renameVariable } from '#designer/commands/rename-variable.ts';
import { catalog } from '#elements/catalog.ts';
import { checkInteraction } from '#format/read.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { draw, text } from '../factories/draw.ts';
import { TestDesigner } from './test-designer.ts';

/** Every way in which a file can speak of the variable `age`, and some that only look like it. */
const drawing = draw({
  variables: {
    age: { type: 'number', label: 'Age' },
    ages: { type: 'list', label: 'Ages', items: { type: 'number' } },
    orders: { type: 'list', label: 'Orders', items: { type: 'record', fields: { total: { type: 'number' } } } },
    old: { type: 'boolean', label: 'Old' },
    order: { type: 'record', label: 'Order', fields: { total: { type: 'number' } } },
  },
  elements: {
    q_age: {
      text: text('How old? Not {ages}'),
      answer: { kind: 'number', variable: 'age', preset: 'age', check: { when: 'age > 3', message: text('{age}?') } },
    },
    v_set: { rows: [{ variable: 'age', expression: 'if age > 2 then age else 1' }] },
    t_table: {
      version: 2,
      logic: {
        form: 'table',
        hitPolicy: 'first',
        inputs: [{ id: 'a', label: '', expression: 'age' }],
        outputs: [{ id: 'o', variable: 'age', otherwise: 'age + 1' }],
        exits: [{ id: 'yes', label: 'Yes' }],
        rules: [{ id: 'r', when: { a: '< age' }, exit: 'yes', set: { o: 'age * 2' } }],
      },
    },
    l_all: { list: 'orders[total > age]', item: 'order', position: 'age' },
    i_call: {
      connection: 'crm',
      method: 'GET',
      path: '/x/{age}/{"age"}',
      inputs: [{ name: 'age', value: 'age', in: 'body' }],
      outputs: [{ variable: 'age', value: 'response.age' }],
    },
    s_say: {
      text: text('You are {age}, “age”, {string(age)}'),
      buttons: [{ id: 'b', label: text('{age}'), action: { kind: 'open-link', url: 'https://x.example/{age}' } }],
    },
  },
  connectors: ['q_age -> v_set'],
  tests: {
    t1: { name: 'One', given: { age: 3 }, answers: [], expect: { variables: { age: 4 } } },
  } as unknown as JsonObject,
});

describe('a variable', () => {
  test('is written otherwise everywhere at once, and as before by one undo', () => {
    const designer = new TestDesigner(drawing);
    const before = designer.text;
    expect(renameVariable(designer.editor, 'age', 'years')).toMatchObject({ ok: true });
    const element = (id: string) => designer.file.elements[id as ElementId];
    expect(element('q_age')).toMatchObject({
      text: { en: 'How old? Not {ages}' },
      answer: { variable: 'years', preset: 'years', check: { when: 'years > 3', message: { en: '{years}?' } } },
    });
    expect(element('v_set')).toMatchObject({
      rows: [{ variable: 'years', expression: 'if years > 2 then years else 1' }],
    });
    expect(element('t_table')).toMatchObject({
      logic: {
        inputs: [{ id: 'a', expression: 'years' }],
        outputs: [{ id: 'o', variable: 'years', otherwise: 'years + 1' }],
        rules: [{ when: { a: '< years' }, set: { o: 'years * 2' } }],
      },
    });
    expect(element('l_all')).toMatchObject({ list: 'orders[total > years]', item: 'order', position: 'years' });
    expect(element('i_call')).toMatchObject({
      path: '/x/{years}/{"age"}',
      inputs: [{ name: 'age', value: 'years' }],
      outputs: [{ variable: 'years', value: 'response.age' }],
    });
    expect(element('s_say')).toMatchObject({
      text: { en: 'You are {years}, “age”, {string(years)}' },
      buttons: [{ label: { en: '{years}' }, action: { url: 'https://x.example/{years}' } }],
    });
    expect(Object.keys(designer.file.variables)).toContain('years');
    expect(designer.file.tests).toMatchObject({ t1: { given: { years: 3 }, expect: { variables: { years: 4 } } } });
    expect(checkInteraction(JSON.parse(designer.text), catalog).ok).toBe(true);
    designer.undo();
    expect(designer.text).toBe(before);
  });

  test('of which a record has a field of the same name is told from it within a filter', () => {
    const designer = new TestDesigner(drawing);
    designer.editor.edit('Add', (draft) => {
      draft.put(['variables', 'total'], { type: 'number', label: 'Total' });
      return undefined;
    });
    renameVariable(designer.editor, 'total', 'sum_of_all');
    expect(designer.file.elements['l_all' as ElementId]).toMatchObject({ list: 'orders[total > age]' });
  });

  test('is not written as another one, as a built-in value, or as no name can be', () => {
    const can = (to: string) => {
      const result = canRenameVariable(drawing, 'age', to);
      return result.ok ? 'yes' : result.error;
    };
    expect(can('years')).toBe('yes');
    expect(can('age')).toBe('yes');
    expect(can('orders')).toContain('already');
    expect(can('customer')).toContain('built-in');
    expect(can('Years old')).toContain('small letters');
    expect(can('then')).toContain('expression language');
  });
});
