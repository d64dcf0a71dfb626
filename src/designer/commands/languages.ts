import type { Catalog } from '#contract/element-type.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import { textsOf } from '#format/element-places.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Element } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import type { Draft } from '../editor/draft.ts';
import type { Editor } from '../editor/editor.ts';
import { languageName } from '../editor/language-name.ts';
import { throughLists } from '../editor/within.ts';

export function addLanguage(editor: Editor, language: string): void {
  const { languages } = editor.interaction;
  if (languages.includes(language)) return;
  putLanguages(editor, `Add ${languageName(language)}`, [...languages, language]);
}

/** Makes a language the one that is written first and that stands in where another is missing. */
export function makeSourceLanguage(editor: Editor, language: string): void {
  const others = editor.interaction.languages.filter((other) => other !== language);
  putLanguages(editor, `Write ${languageName(language)} first`, [language, ...others]);
}

/** Takes a language away with all its texts, which nobody could see or mend any more. The source language stays. */
export function removeLanguage(editor: Editor, language: string): void {
  const { languages } = editor.interaction;
  if (languages[0] === language || !languages.includes(language)) return;
  editor.edit(`Remove ${languageName(language)}`, (draft) => {
    draft.put(['languages'], [...languages.filter((other) => other !== language)]);
    for (const id of Object.keys(draft.now.elements) as ElementId[]) removeTexts(draft, id, language);
    return undefined;
  });
  if (editor.state.view.language === language) editor.look({ language: languages[0] });
}

/** Sets the words of one text of an element in a language; without words, the source language stands in for them. */
export function translate(
  editor: Editor,
  element: ElementId,
  place: { readonly path: string; readonly label: string },
  language: string,
  words: string,
): void {
  const settings = editor.interaction.elements[element] as JsonObject | undefined;
  if (!settings) return;
  const whole = throughLists(settings, [...place.path.split('.'), language], words === '' ? undefined : words);
  editor.edit(
    `Translate ${place.label.toLowerCase()} into ${languageName(language)}`,
    (draft) => {
      draft.put(['elements', element, ...whole.path], whole.value);
      return undefined;
    },
    `translate:${element}:${place.path}:${language}`,
  );
}

/** Says that the translation of a text holds though its source was changed since: it is out of date no more. */
export function keepTranslation(
  editor: Editor,
  element: ElementId,
  place: { readonly label: string; readonly text: LocalizedText },
  language: string,
): void {
  const outdated = editor.interaction.elements[element]?.outdated ?? [];
  const rest = outdated.filter((one) => place.text[one.language] !== one.text || !stands(one.language, language));
  editor.edit(`Keep ${place.label.toLowerCase()} in ${languageName(language)} as it is`, (draft) => {
    draft.put(['elements', element, 'outdated'], rest.length === 0 ? undefined : (rest as unknown as Json));
    return undefined;
  });
}

/** Whether the words of a language are those that people of another one may see. */
function stands(written: string, language: string): boolean {
  return written === language || language.startsWith(`${written}-`);
}

function putLanguages(editor: Editor, name: string, languages: readonly string[]): void {
  editor.edit(name, (draft) => {
    draft.put(['languages'], languages as readonly Json[] as Json);
    return undefined;
  });
}

function removeTexts(draft: Draft, id: ElementId, language: string): void {
  for (const path of textPaths(draft.now.elements[id], draft.catalog, language)) {
    const now = draft.now.elements[id] as JsonObject | undefined;
    if (!now) return;
    const whole = throughLists(now, [...path.split('.'), language], undefined);
    draft.put(['elements', id, ...whole.path], whole.value);
  }
}

function textPaths(element: Element | undefined, catalog: Catalog, language: string): readonly string[] {
  const type = element && catalog.get(element.type);
  if (!element || !type) return [];
  const places = textsOf({ element, type, settings: settingsOf(element) });
  return places.filter(({ text }) => Object.hasOwn(text, language)).map(({ path }) => path);
}
