import { describe, expect, test } from 'vitest';
import {
  addLanguage,
  keepTranslation,
  makeSourceLanguage,
  removeLanguage,
  translate,
} from '#designer/commands/languages.ts';
import { renameVariable } from '#designer/commands/rename-variable.ts';
import { catalog } from '#elements/catalog.ts';
import { outdatedIn, type TranslatedText, translatedTexts } from '#format/translation-gaps.ts';
import { draw } from '#test/factories/draw.ts';
import { TestDesigner } from './test-designer.ts';

/** A greeting in English and German. */
function designed(en = 'Hello', de = 'Hallo'): TestDesigner {
  const designer = new TestDesigner().insert('Statement', 'Greeting').set('Greeting', 'text', { en });
  addLanguage(designer.editor, 'de');
  translate(designer.editor, designer.id('Greeting'), textOf(designer), 'de', de);
  return designer;
}

function textOf(designer: TestDesigner): TranslatedText {
  const [first] = translatedTexts(designer.file, catalog);
  if (!first) throw new Error('There is a text');
  return first;
}

const outdated = (designer: TestDesigner, language = 'de') => outdatedIn(designer.file, catalog, language);
const warned = (designer: TestDesigner) =>
  designer.problems
    .filter(({ code }) => code === 'data.outdated-translation')
    .map(({ severity, message }) => `${severity}: ${message}`);

describe('a translation', () => {
  test('is out of date once its source is changed, is warned of, and is not once it is written anew', () => {
    const designer = designed();
    expect([outdated(designer), warned(designer)]).toEqual([0, []]);
    designer.set('Greeting', 'text.en', 'Good day');
    expect(outdated(designer)).toBe(1);
    expect(warned(designer)[0]).toMatch(/^warning: “de” has 1 text that was translated before “en” was changed/);
    translate(designer.editor, designer.id('Greeting'), textOf(designer), 'de', 'Guten Tag');
    expect([outdated(designer), designer.text.includes('outdated')]).toEqual([0, false]);
    designer.undo();
    expect(outdated(designer)).toBe(1);
    designer.redo();
    expect(outdated(designer)).toBe(0);
  });

  test('is not out of date when its source is as it was, however it came there', () => {
    const designer = designed();
    const before = designer.text;
    // Letter by letter, over nothing at all.
    for (const en of ['Hell', '', 'G', 'Good day']) designer.set('Greeting', 'text.en', en);
    expect(designer.element('Greeting').outdated).toEqual([{ language: 'de', text: 'Hallo', from: 'Hello' }]);
    designer.set('Greeting', 'text.en', 'Hello');
    expect(designer.text).toBe(before);
    designer.set('Greeting', 'text.en', 'Good day');
    designer.undo();
    expect(designer.text).toBe(before);
  });

  test('is kept as it is where somebody says that it is still right, until the source changes again', () => {
    const designer = designed();
    designer.set('Greeting', 'text.en', 'Hello!');
    keepTranslation(designer.editor, designer.id('Greeting'), textOf(designer), 'de');
    expect([outdated(designer), designer.text.includes('outdated')]).toEqual([0, false]);
    expect(designer.editor.history.undoable?.name).toBe('Keep text in German as it is');
    designer.undo();
    expect(outdated(designer)).toBe(1);
    designer.redo();
    designer.set('Greeting', 'text.en', 'Good day');
    expect(designer.element('Greeting').outdated).toEqual([{ language: 'de', text: 'Hallo', from: 'Hello!' }]);
  });

  test('stays out of date in a copy, goes with its language, and comes back with it', async () => {
    const designer = designed();
    designer.set('Greeting', 'text.en', 'Good day');
    const before = designer.text;
    removeLanguage(designer.editor, 'de');
    expect(designer.text).not.toContain('outdated');
    designer.undo();
    expect(designer.text).toBe(before);
    designer.select('Greeting');
    await designer.run('copy');
    designer.paste(designer.clipboard);
    expect(outdated(designer)).toBe(2);
  });

  test('is as old as it was when a variable is written otherwise', () => {
    const text = { en: 'Hello {name}', de: 'Hallo {name}' };
    const plain = { en: 'You are {name}', de: 'Sie sind es' };
    const variables = { name: { type: 'text', label: 'Name' } };
    const elements = { s_a: { name: 'Greeting', text }, s_b: { name: 'Other', text: plain } };
    const designer = new TestDesigner(draw({ languages: ['en', 'de'], variables, elements }));
    expect(renameVariable(designer.editor, 'name', 'person_name')).toMatchObject({ ok: true });
    expect([designer.text.includes('Hallo {person_name}'), outdated(designer)]).toEqual([true, 0]);
    designer.set('Greeting', 'text.en', 'Good day {person_name}');
    renameVariable(designer.editor, 'person_name', 'client_name');
    expect(designer.element('Greeting').outdated).toEqual([
      { language: 'de', text: 'Hallo {client_name}', from: 'Hello {client_name}' },
    ]);
  });

  test('is as old as it was when another language was written first for a while', () => {
    const designer = designed();
    designer.set('Greeting', 'text.en', 'Good day');
    makeSourceLanguage(designer.editor, 'de');
    expect([outdated(designer, 'en'), outdated(designer, 'de')]).toEqual([0, 0]);
    makeSourceLanguage(designer.editor, 'en');
    expect(outdated(designer)).toBe(1);
  });
});
