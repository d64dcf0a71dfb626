import { describe, expect, test } from 'vitest';
import { addLanguage, makeSourceLanguage, removeLanguage, translate } from '#designer/commands/languages.ts';
import { catalog } from '#elements/catalog.ts';
import { gapsIn, translatedTexts } from '#format/translation-gaps.ts';
import { TestDesigner } from './test-designer.ts';

/** A Question with a Choice, and a Form with a field: four texts. */
function designed(): TestDesigner {
  const designer = new TestDesigner().insert('Question', 'Problem').paste('Billing');
  designer.set('Problem', 'text', { en: 'What is it?' });
  designer.select().insert('Form', 'Who').set('Who', 'text', { en: 'Who calls?' });
  return designer;
}

const untranslated = (designer: TestDesigner) =>
  designer.problems.filter(({ code }) => code === 'data.untranslated').map(({ message }) => message);

describe('languages', () => {
  test('another one leaves gaps, which the checks count until the last text is translated', () => {
    const designer = designed();
    expect(untranslated(designer)).toEqual([]);
    addLanguage(designer.editor, 'de');
    const texts = translatedTexts(designer.file, catalog);
    expect(texts).toHaveLength(4);
    expect(untranslated(designer)[0]).toContain('“de” lacks 4 of 4 texts');
    for (const text of texts) translate(designer.editor, text.element, text, 'de', `${text.label} auf Deutsch`);
    expect(untranslated(designer)).toEqual([]);
    expect(designer.element('Who')).toMatchObject({
      sections: [{ items: [{ label: { en: 'Name', de: 'Label auf Deutsch' } }] }],
    });
    designer.undo();
    expect(gapsIn(designer.file, catalog, 'de')).toBe(1);
  });

  test('a text that is emptied is a gap again, and the base language fills those of its countries', () => {
    const designer = designed();
    addLanguage(designer.editor, 'de');
    addLanguage(designer.editor, 'de-AT');
    const [first] = translatedTexts(designer.file, catalog);
    if (!first) throw new Error('There is a text');
    translate(designer.editor, first.element, first, 'de', 'Worum geht es?');
    expect([gapsIn(designer.file, catalog, 'de'), gapsIn(designer.file, catalog, 'de-AT')]).toEqual([3, 3]);
    translate(designer.editor, first.element, first, 'de', '');
    expect(gapsIn(designer.file, catalog, 'de')).toBe(4);
  });

  test('one that is removed goes with its texts and comes back with them; the first one stays', () => {
    const designer = designed();
    addLanguage(designer.editor, 'de');
    for (const text of translatedTexts(designer.file, catalog))
      translate(designer.editor, text.element, text, 'de', 'Deutsch');
    const before = designer.text;
    removeLanguage(designer.editor, 'de');
    expect(designer.text).not.toContain('Deutsch');
    removeLanguage(designer.editor, 'en');
    expect(designer.file.languages).toEqual(['en']);
    designer.undo();
    expect(designer.text).toBe(before);
  });

  test('another one can be the one that is written first, in one act', () => {
    const designer = designed();
    addLanguage(designer.editor, 'de');
    makeSourceLanguage(designer.editor, 'de');
    expect(designer.file.languages).toEqual(['de', 'en']);
    expect(designer.editor.history.undoable?.name).toBe('Write German first');
  });
});
