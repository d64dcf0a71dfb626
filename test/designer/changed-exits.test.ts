import { describe, expect, test } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { TestDesigner } from './test-designer.ts';

function asked(): TestDesigner {
  return new TestDesigner().insert('Question', 'Problem').paste('Billing\nTechnical');
}

const SHORT = { kind: 'short-text', variable: 'name' };

describe('another kind of answer', () => {
  test('keeps what follows where it was drawn', () => {
    const designer = new TestDesigner().insert('Question', 'Name').set('Name', 'answer', SHORT);
    designer.insert('Statement', 'Thanks');
    expect(designer.map).toEqual(['Name → Thanks']);
    designer.set('Name', 'answer', { kind: 'many-choices', variable: 'name' });
    expect(designer.map).toEqual(['Name —next→ Thanks']);
    designer.command('undo').run(designer.editor);
    expect(designer.map).toEqual(['Name → Thanks']);
  });

  test('leaves Choices where they are when several may be chosen', () => {
    const designer = asked().set('Problem', 'answer', { kind: 'many-choices', variable: 'problem' });
    expect(designer.map).toEqual(['Problem —choices→ Billing', 'Problem —choices→ Technical']);
    designer.select('Problem').insert('Statement', 'Confirm');
    expect(designer.map).toContain('Problem —next→ Confirm');
    expect(designer.problems.filter(({ code }) => /^(graph|data)\./.test(code))).toEqual([]);
  });
});

describe('another kind of answer, for exits that go', () => {
  const told = (designer: TestDesigner) => designer.editor.state.said;
  const kind = (name: string, more: JsonObject = {}) => ({ kind: name, variable: 'problem', ...more });
  const both = () => asked().select('Problem').insert('Statement', 'Confirm').select().insert('End', 'Done');

  test('Choices that all lead to one element become one way there, and are taken back with it', () => {
    const designer = both();
    const before = designer.text;
    designer.set('Problem', 'answer', kind('short-text'));
    expect(designer.map).toEqual(['Problem → Confirm']);
    expect(designer.names).not.toContain('Billing');
    expect(told(designer)).toContain('“Billing”, “Technical”');
    designer.undo();
    expect(designer.text).toBe(before);
  });

  test('Choices from a list take the place of connected ones', () => {
    const designer = both().set('Problem', 'answer', kind('one-choice', { list: { from: 'values.topics' } }));
    expect(designer.map).toEqual(['Problem → Confirm']);
    expect(designer.problems.filter(({ code }) => code.startsWith('graph.connector'))).toEqual([]);
  });

  test('where several may be chosen, all go on where each of them did', () => {
    const designer = both().set('Problem', 'answer', kind('many-choices'));
    expect(designer.map).toContain('Problem —next→ Confirm');
    designer.set('Problem', 'answer', kind('one-choice'));
    expect(designer.map).toEqual([
      'Billing → Confirm',
      'Problem —choices→ Billing',
      'Problem —choices→ Technical',
      'Technical → Confirm',
    ]);
  });

  test('Choices that another Question offers too stay', () => {
    const designer = both().select().insert('Question', 'Again');
    designer.connect('Again', 'Billing');
    designer.set('Problem', 'answer', kind('date'));
    expect(designer.map).toEqual(['Again —choices→ Billing', 'Billing → Confirm', 'Problem → Confirm']);
  });

  test('ways that part have no single way on: what is lost is said', () => {
    const designer = new TestDesigner()
      .insert('Question', 'Name')
      .set('Name', 'answer', { kind: 'yes-no', variable: 'n' });
    designer.insert('Statement', 'Good').select('Name').insert('Statement', 'Bad');
    expect(designer.map).toEqual(['Name —no→ Bad', 'Name —yes→ Good']);
    designer.set('Name', 'answer', { kind: 'number', variable: 'n' });
    expect(designer.map).toEqual([]);
    expect(told(designer)).toContain('the way to “Good”, the way to “Bad”');
    designer.undo();
    expect(designer.map).toEqual(['Name —no→ Bad', 'Name —yes→ Good']);
  });

  test('one way on becomes both of yes and no, and these become two Choices', () => {
    const designer = new TestDesigner().insert('Question', 'Name').set('Name', 'answer', SHORT).insert('End', 'Done');
    designer.set('Name', 'answer', { kind: 'yes-no', variable: 'name' });
    expect(designer.map).toEqual(['Name —no→ Done', 'Name —yes→ Done']);
    designer.set('Name', 'answer', { kind: 'one-choice', variable: 'name' });
    expect(designer.map).toEqual(['Name —choices→ No', 'Name —choices→ Yes', 'No → Done', 'Yes → Done']);
    expect(designer.element('Yes')).toMatchObject({ label: { en: 'Yes' }, value: 'yes' });
    designer.set('Name', 'answer', { kind: 'yes-no', variable: 'name' });
    expect(designer.map).toEqual(['Name —no→ Done', 'Name —yes→ Done']);
  });
});

test('a rule that is removed takes its connector along, and undo brings both back', () => {
  const designer = new TestDesigner().insert('Decision', 'Check').insert('Statement', 'Yes').select('Check');
  designer.insert('Statement', 'No');
  const before = designer.map;
  expect(before).toEqual(['Check —otherwise→ No', 'Check —rule_1→ Yes']);
  designer.set('Check', 'logic.rules', []);
  expect(designer.map).toEqual(['Check —otherwise→ No']);
  expect(designer.editor.state.said).toContain('the way to “Yes”');
  designer.undo();
  expect(designer.map).toEqual(before);
});
