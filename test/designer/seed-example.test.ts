import { expect, test } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { compile } from '#engine/program.ts';
import { runScript } from '#engine/script.ts';
import { readInteraction } from '#format/read.ts';
import { TestDesigner } from './test-designer.ts';

/** A Question, its three Choices and the Statement they lead to, drawn without drawing a single connector. */
function problemType(): TestDesigner {
  const designer = new TestDesigner();
  designer.insert('Question', 'Problem').set('Problem', 'text.en', 'What type of problem do you have?');
  designer.insert('Choice', 'Billing').insert('Choice', 'Technical').insert('Choice', 'Something else');
  designer.select('Problem').insert('Statement', 'Confirm');
  return designer.set('Confirm', 'text.en', 'You have selected {problem}.');
}

test('inserting one after the other draws the whole example', () => {
  const designer = problemType();
  expect(designer.map).toEqual([
    'Billing → Confirm',
    'Problem —choices→ Billing',
    'Problem —choices→ Something else',
    'Problem —choices→ Technical',
    'Something else → Confirm',
    'Technical → Confirm',
  ]);
  expect(designer.start).toBe('Problem');
  expect(designer.file.variables).toEqual({ problem: { type: 'option', label: 'Problem' } });
  expect(designer.problems).toEqual([]);
});

test('what was drawn is a file that reads back and runs', () => {
  const designer = problemType();
  const read = readInteraction(designer.text, catalog);
  expect(read.ok).toBe(true);
  const program = compile(designer.file, catalog);
  const run = runScript(program, { answers: ['billing'] }, 0);
  expect(run.variables).toEqual({ problem: 'billing' });
});

test('each Choice stands free of the others', () => {
  const { file } = problemType();
  const places = Object.values(file.layout.positions).map((at: readonly [number, number]) => at.join());
  expect(new Set(places).size).toBe(5);
});

test('going back over everything and forth again gives the same bytes, also after a reload', () => {
  const designer = problemType();
  const drawn = designer.text;
  const steps = designer.editor.history.entries.length;
  designer.undo(steps);
  expect(designer.names).toEqual([]);
  designer.reload();
  designer.redo(steps);
  expect(designer.text).toBe(drawn);
});
