import { describe, expect, test } from 'vitest';
import {
  branchingTypes,
  branchTo,
  canConnect,
  reconnect,
  replaceTarget,
  typesToward,
} from '#designer/commands/connect.ts';
import { dropOnConnector } from '#designer/commands/drop-on-connector.ts';
import { applyFix } from '#designer/commands/fix.ts';
import { moveOption } from '#designer/commands/options.ts';
import { addTest } from '#designer/commands/tests.ts';
import { addVariable, changeVariable, removeVariable } from '#designer/commands/variables.ts';
import { usesOf } from '#designer/editor/references.ts';
import { catalog } from '#elements/catalog.ts';
import type { VariableKey } from '#prelude/ids.ts';
import { TestDesigner } from './test-designer.ts';

/** Two Statements, one after the other. */
function pair(): TestDesigner {
  return new TestDesigner().insert('Statement', 'Welcome').insert('Statement', 'Goodbye');
}

function asked(): TestDesigner {
  const designer = new TestDesigner().insert('Question', 'Problem');
  return designer.paste('Billing\nTechnical');
}

describe('connecting', () => {
  test('an exit leads to one element: a second connector asks what is meant', () => {
    const designer = pair().select().insert('End', 'Done').select();
    designer.connect('Welcome', 'Done');
    expect(designer.editor.state.dialog).toEqual({
      kind: 'second-connector',
      from: designer.id('Welcome'),
      exit: 'next',
      to: designer.id('Done'),
    });
    replaceTarget(designer.editor, designer.id('Welcome'), 'next', designer.id('Done'));
    expect(designer.map).toEqual(['Welcome → Done']);
  });

  test('a Decision or a Question put between leads to both', () => {
    for (const title of ['Decision', 'Question']) {
      const designer = pair().select().insert('End', 'Done');
      const type = branchingTypes(designer.editor).find((candidate) => candidate.title === title);
      if (!type) throw new Error(`${title} is not offered`);
      branchTo(designer.editor, type, designer.id('Welcome'), 'next', designer.id('Done'));
      expect(designer.map.filter((line) => line.startsWith('Welcome'))).toEqual([`Welcome → ${title}`]);
      expect(designer.map.some((line) => line.endsWith(' Done'))).toBe(true);
      expect(designer.map.some((line) => line.endsWith(' Goodbye'))).toBe(true);
    }
  });

  test('says why two elements cannot be connected', () => {
    const designer = asked().select().insert('Statement', 'Alone').select().insert('Note', 'Remark');
    const { editor } = designer;
    expect(canConnect(editor, designer.id('Alone'), undefined, designer.id('Billing'))).toMatchObject({ ok: false });
    expect(canConnect(editor, designer.id('Alone'), undefined, designer.id('Remark'))).toMatchObject({ ok: false });
    expect(canConnect(editor, designer.id('Problem'), undefined, designer.id('Alone'))).toMatchObject({ ok: false });
    designer.connect('Alone', 'Billing');
    expect(editor.state.said).toContain('is an option');
  });

  test('what is dropped on nothing from a way out can only become what that may lead to', () => {
    const designer = asked().select().insert('Statement', 'Alone');
    const offered = (name: string, exit: string) =>
      typesToward(designer.editor, designer.id(name), exit).map(({ title }) => title);
    expect(offered('Problem', 'choices')).toEqual(['Choice']);
    expect(offered('Alone', 'next')).toContain('End');
    expect(offered('Alone', 'next')).not.toContain('Choice');
    expect(offered('Alone', 'next')).not.toContain('Note');
  });

  test('a Choice may be shared by several Questions', () => {
    const designer = asked().select().insert('Question', 'Again');
    designer.connect('Again', 'Billing');
    expect(designer.map).toContain('Again —choices→ Billing');
  });

  test('a connector can be led to another element', () => {
    const designer = pair().select().insert('End', 'Done');
    reconnect(designer.editor, designer.connector('Welcome', 'Goodbye'), designer.id('Done'));
    expect(designer.map).toEqual(['Welcome → Done']);
  });

  test('Choices keep the order they are put in', () => {
    const designer = asked().select('Problem').paste('Third');
    const id = designer.id('Problem');
    moveOption(designer.editor, id, 'choices', designer.connector('Problem', 'Third'), 0);
    const order = Object.values(designer.file.connectors)
      .sort((a, b) => ((a.order ?? '') < (b.order ?? '') ? -1 : 1))
      .map(({ to }) => designer.file.elements[to]?.name);
    expect(order).toEqual(['Third', 'Billing', 'Technical']);
  });
});

describe('inserting', () => {
  test('between two elements, after the first', () => {
    expect(pair().select('Welcome').insert('Statement', 'Between').map).toEqual([
      'Between → Goodbye',
      'Welcome → Between',
    ]);
  });

  test('on a connector, from menu and by dropping what is there', () => {
    const designer = pair();
    designer.insert('Statement', 'Between', { on: designer.connector('Welcome', 'Goodbye'), at: [10, 10], after: [] });
    expect(designer.map).toEqual(['Between → Goodbye', 'Welcome → Between']);
    designer.select().insert('Statement', 'Loose').select();
    dropOnConnector(designer.editor, designer.id('Loose'), designer.connector('Between', 'Goodbye'), [5, 5]);
    expect(designer.map).toEqual(['Between → Loose', 'Loose → Goodbye', 'Welcome → Between']);
  });

  test('after several elements connects each of them', () => {
    const designer = asked().select('Billing', 'Technical').insert('Statement', 'Confirm');
    expect(designer.map).toContain('Billing → Confirm');
    expect(designer.map).toContain('Technical → Confirm');
  });

  test('after a Question whose Choices all lead to one element comes between them and it', () => {
    const designer = asked()
      .select('Problem')
      .insert('Statement', 'Confirm')
      .select('Problem')
      .insert('Statement', 'First');
    expect(designer.map.filter((line) => line.includes('First'))).toEqual([
      'Billing → First',
      'First → Confirm',
      'Technical → First',
    ]);
  });

  test('from a way out of a Decision uses that way', () => {
    const designer = new TestDesigner().insert('Decision', 'Which');
    designer.insert('Statement', 'Else', { after: [designer.id('Which')], exit: 'otherwise' });
    expect(designer.map).toEqual(['Which —otherwise→ Else']);
  });
});

describe('deleting', () => {
  test('the start makes what followed it the start', () => {
    const designer = pair().select('Welcome');
    designer.command('delete').run(designer.editor);
    expect(designer.start).toBe('Goodbye');
  });

  test('a Question with all its Choices joins what came before and after', () => {
    const designer = new TestDesigner().insert('Statement', 'Welcome').insert('Question', 'Problem').paste('A\nB');
    designer.select('Problem').insert('Statement', 'Confirm').select('Problem', 'A', 'B');
    designer.command('delete').run(designer.editor);
    expect(designer.map).toEqual(['Welcome → Confirm']);
    expect(designer.file.variables).toEqual({});
  });

  test('nothing is joined where it is not evident what with', () => {
    const designer = new TestDesigner().insert('Statement', 'Welcome').insert('Question', 'Problem').paste('A\nB');
    designer.select('A').insert('Statement', 'One').select('B').insert('Statement', 'Two').select('Problem', 'A', 'B');
    designer.command('delete').run(designer.editor);
    expect(designer.map).toEqual([]);
  });

  test('a Question keeps its variable while a text uses it', () => {
    const designer = asked().select('Problem').insert('Statement', 'Confirm').set('Confirm', 'text.en', '{problem}');
    designer.select('Problem').command('delete').run(designer.editor);
    expect(Object.keys(designer.file.variables)).toEqual(['problem']);
  });
});

describe('variables', () => {
  test('follow the name of their Question until something refers to them', () => {
    const designer = new TestDesigner().insert('Question', 'Problem');
    designer.set('Problem', 'name', 'Kind of problem');
    expect(Object.keys(designer.file.variables)).toEqual(['kind_of_problem']);
    designer.insert('Statement', 'Confirm').set('Confirm', 'text.en', '{kind_of_problem}');
    designer.set('Kind of problem', 'name', 'Trouble');
    expect(designer.file.variables).toEqual({ kind_of_problem: { type: 'option', label: 'Trouble' } });
  });

  test('of a Table follow its name letter by letter, and leave none behind', () => {
    const designer = new TestDesigner().insert('Table');
    for (const name of ['O', 'Or', 'Ord', 'Orders']) designer.set(designer.names[0] ?? '', 'name', name);
    expect(Object.keys(designer.file.variables)).toEqual(['orders']);
    expect(designer.element('Orders')).toMatchObject({ variable: 'orders' });
  });

  test('have the type of the answer that is asked for', () => {
    const designer = new TestDesigner().insert('Question', 'Age');
    designer.set('Age', 'answer', { kind: 'number', variable: 'age' });
    expect(designer.file.variables).toEqual({ age: { type: 'number', label: 'Age' } });
  });

  test('hold lists of options where several may be chosen, and secrets where one is asked for', () => {
    const designer = new TestDesigner().insert('Question', 'Channels');
    designer.set('Channels', 'answer', { kind: 'many-choices', variable: 'channels' });
    expect(designer.file.variables).toEqual({
      channels: { type: 'list', items: { type: 'option' }, label: 'Channels' },
    });
    designer.set('Channels', 'answer', { kind: 'secret', variable: 'channels' });
    expect(designer.file.variables).toEqual({ channels: { type: 'text', label: 'Channels', privacy: 'secret' } });
    expect(designer.problems.filter(({ code }) => code.startsWith('data.'))).toEqual([]);
  });

  test('are found wherever they are used, and removed only where they are not', () => {
    const designer = asked()
      .select('Problem')
      .insert('Statement', 'Confirm')
      .set('Confirm', 'text.en', 'So: {problem}');
    const uses = usesOf(designer.file, catalog, 'problem').map(({ element, how }) => [
      designer.file.elements[element]?.name,
      how,
    ]);
    expect(uses).toEqual(
      expect.arrayContaining([
        ['Problem', 'makes'],
        ['Confirm', 'reads'],
      ]),
    );
    const key = addVariable(designer.editor, 'Order number', 'text') as VariableKey;
    expect(key).toBe('order_number');
    changeVariable(designer.editor, key, 'privacy', 'personal');
    removeVariable(designer.editor, 'problem' as VariableKey);
    expect(Object.keys(designer.file.variables).sort()).toEqual(['order_number', 'problem']);
    removeVariable(designer.editor, key);
    expect(Object.keys(designer.file.variables)).toEqual(['problem']);
  });
});

describe('the tests of an Interaction', () => {
  test('stay readable where a variable goes whose name means something else in them', () => {
    const designer = pair();
    const { editor } = designer;
    for (const label of ['Queue', 'Tier']) addVariable(editor, label, 'number');
    const id = addTest(editor, { name: 'T', given: { queue: 7, tier: 1, language: 'en' }, answers: [], expect: {} });
    removeVariable(editor, 'tier' as VariableKey);
    // The test then says itself that there is no such variable.
    expect(designer.file.tests[id]?.given).toEqual({ queue: 7, tier: 1, language: 'en' });
    removeVariable(editor, 'queue' as VariableKey);
    expect(designer.file.tests[id]?.given).toEqual({ tier: 1, language: 'en' });
    editor.undo();
    expect(designer.file.tests[id]?.given).toEqual({ queue: 7, tier: 1, language: 'en' });
  });
});

describe('options', () => {
  test('are worded by their name until somebody words them otherwise', () => {
    const designer = asked();
    expect(designer.element('Billing')).toMatchObject({ label: { en: 'Billing' }, value: 'billing' });
    designer.set('Billing', 'label.en', 'A bill I do not understand').set('Billing', 'name', 'Invoice');
    expect(designer.element('Invoice')).toMatchObject({
      label: { en: 'A bill I do not understand' },
      value: 'invoice',
    });
  });

  test('of one Question never have the same value', () => {
    const designer = new TestDesigner().insert('Question', 'Problem').paste('Billing\nBilling');
    const values = Object.values(designer.file.elements).flatMap(({ value }) =>
      typeof value === 'string' ? [value] : [],
    );
    expect(values).toEqual(['billing', 'billing_2']);
  });
});

test('what a check proposes mends the problem in one step of undo', () => {
  const designer = pair();
  const before = designer.text;
  designer.editor.edit('Break', (draft) => {
    draft.put(['elements', designer.id('Welcome'), 'entryPoint'], true);
    return undefined;
  });
  applyFix(designer.editor, 'No entry point', [{ path: ['elements', designer.id('Welcome'), 'entryPoint'] }]);
  expect(designer.text).toBe(before);
  expect(designer.editor.history.undoable?.name).toBe('No entry point');
});

test('elements are copied between Interactions with the variables they need', async () => {
  const from = asked().select('Problem', 'Billing', 'Technical');
  await from.run('copy');
  const to = pair().paste(from.clipboard);
  expect(to.map).toContain('Problem —choices→ Billing');
  expect(to.file.variables).toEqual({ problem: { type: 'option', label: 'Problem' } });
  // Pasted twice, each Question has an answer of its own.
  to.paste(from.clipboard);
  expect(Object.keys(to.file.variables)).toEqual(['problem', 'problem_2']);
});

describe('the variables of a form', () => {
  const field = (label: string, variable: string) => ({
    kind: 'field',
    label: { en: label },
    answer: { kind: 'short-text', variable },
  });
  const formOf = (...fields: ReturnType<typeof field>[]) => {
    const designer = new TestDesigner().insert('Form', 'Who');
    return designer.set('Who', 'sections', [{ items: fields }]);
  };

  test('are called as their fields while nothing reads them', () => {
    const designer = formOf(field('Name', 'name'), field('City', 'city'));
    expect(designer.file.variables).toMatchObject({ name: { label: 'Name' }, city: { label: 'City' } });
    designer.set('Who', 'sections', [{ items: [field('Family name', 'name'), field('City', 'city')] }]);
    expect(Object.keys(designer.file.variables)).toEqual(['city', 'family_name']);
    expect(designer.file.variables['family_name' as VariableKey]?.label).toBe('Family name');
    expect(JSON.stringify(designer.element('Who'))).toContain('"variable":"family_name"');
  });

  test('keep their keys from the first use on, and change their labels alone', () => {
    const designer = formOf(field('Name', 'name')).insert('Statement', 'Greeting');
    designer.set('Greeting', 'text', { en: 'Hello, {name}' });
    designer.set('Who', 'sections', [{ items: [field('Family name', 'name')] }]);
    expect(designer.file.variables['name' as VariableKey]?.label).toBe('Family name');
    expect(designer.file.variables).not.toHaveProperty('family_name');
  });

  test('stay as they are when the form is called otherwise', () => {
    const designer = formOf(field('Name', 'name'));
    designer.set('Who', 'name', 'Caller');
    expect(designer.file.variables).toMatchObject({ name: { label: 'Name' } });
  });

  test('go with their fields', () => {
    const designer = formOf(field('Name', 'name'), field('City', 'city'));
    designer.set('Who', 'sections', [{ items: [field('City', 'city')] }]);
    expect(Object.keys(designer.file.variables)).toEqual(['city']);
  });
});
