import { expect, test } from 'vitest';
import type { JsonObject } from '#prelude/json.ts';
import { TestDesigner } from './test-designer.ts';

test('a copied table asks the copied answer, and keeps its columns and ways out', async () => {
  const designer = new TestDesigner()
    .insert('Question', 'Age')
    .set('Age', 'answer', { kind: 'number', variable: 'age' });
  designer.insert('Decision', 'Which way').set('Which way', 'logic', {
    form: 'table',
    hitPolicy: 'first',
    inputs: [
      { id: 'age', label: 'Age', expression: 'age' },
      { id: 'other', label: '', expression: '3' },
    ],
    outputs: [],
    exits: [{ id: 'age', label: 'Of age' }],
    rules: [{ id: 'age', when: { age: '> 3', other: '< age' }, exit: 'age' }],
  });
  expect(Object.keys(designer.file.variables)).toContain('age');
  await designer.select('Age', 'Which way').run('duplicate');
  const copies = Object.values(designer.file.elements).filter((element: JsonObject) => element.type === 'decision');
  expect(copies).toHaveLength(2);
  expect(copies).toContainEqual(
    expect.objectContaining({
      version: 2,
      logic: {
        form: 'table',
        hitPolicy: 'first',
        inputs: [
          { id: 'age', label: 'Age', expression: 'age_2' },
          { id: 'other', label: '', expression: '3' },
        ],
        outputs: [],
        exits: [{ id: 'age', label: 'Of age' }],
        rules: [{ id: 'age', when: { age: '> 3', other: '< age_2' }, exit: 'age' }],
      },
    }),
  );
});

test('a rule copied from an older Waymark is pasted as it is now', () => {
  const clip = {
    waymark: 'elements',
    elements: { d_old: { type: 'decision', name: 'Old', rules: [{ id: 'r1', label: 'R', when: 'true' }] } },
    connectors: [],
    variables: {},
    positions: { d_old: [0, 0] },
  };
  const designer = new TestDesigner().paste(JSON.stringify(clip));
  expect(designer.element('Old')).toMatchObject({
    version: 2,
    logic: { form: 'rules', rules: [{ id: 'r1', label: 'R', when: 'true' }] },
  });
});

test('a new Decision carries the version of its settings', () => {
  const designer = new TestDesigner().insert('Decision', 'Which way');
  expect(designer.element('Which way')).toMatchObject({ version: 2, logic: { form: 'rules' } });
});
