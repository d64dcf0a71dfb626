import { Languages } from 'lucide-react';
import { useMemo, useState } from 'react';
import { elementIds, graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import { isUntranslated, type TranslatedText, translatedTexts } from '#format/translation-gaps.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { translate } from '../commands/languages.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { languageName } from '../editor/language-name.ts';
import { readingOrder } from '../layout/reading-order.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { NewLanguage } from '../settings/languages.tsx';
import { LocalizedField } from '../settings/localized-field.tsx';

/** So many texts are drawn at first, and more with each press. */
const PORTION = 60;

/** All texts in one list, source beside translation, in the order in which people meet them. */
export function TranslationsPanel() {
  const editor = useEditor();
  const interaction = useInteraction();
  const shown = useEditorState((state) => state.view.language);
  const [source, ...others] = interaction.languages;
  const language = others.includes(shown) ? shown : others[0];
  const [onlyMissing, setOnlyMissing] = useState(false);
  const [most, setMost] = useState(PORTION);
  const texts = useMemo(
    () => inOrder(interaction, translatedTexts(interaction, editor.catalog)),
    [interaction, editor],
  );
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set());
  if (language === undefined) {
    return (
      <div className="panel-new">
        <EmptyState icon={<Languages />} title={`Everything is in ${languageName(source)}`}>
          Add a language to translate all texts here.
        </EmptyState>
        <NewLanguage />
      </div>
    );
  }
  const missing = texts.filter(({ text }) => isUntranslated(text, language));
  // What is being written stays, though it is missing no more.
  const wanted = onlyMissing ? texts.filter((text) => missing.includes(text) || kept.has(placeOf(text))) : texts;
  return (
    <div className="panel-translations">
      <div className="panel-new">
        <Select
          label="Language"
          options={others.map((tag) => ({ id: tag, label: languageName(tag) }))}
          value={language}
          onChange={(tag) => editor.look({ language: tag })}
        />
        <p className="panel-muted" role="status">
          {missing.length === 0
            ? 'Nothing is missing.'
            : `${missing.length} of ${texts.length} missing; people see ${languageName(source)} instead.`}
        </p>
        <Switch isSelected={onlyMissing} onChange={setOnlyMissing}>
          Only what is missing
        </Switch>
      </div>
      {texts.length === 0 ? (
        <p className="panel-muted panel-foot">There is nothing to translate yet: no element has a text.</p>
      ) : null}
      <ul className="panel-list" aria-label="Texts">
        {wanted.slice(0, most).map((text) => (
          <li
            key={placeOf(text)}
            className="panel-item"
            data-missing={isUntranslated(text.text, language) || undefined}
          >
            <fieldset className="panel-words" aria-label={interaction.elements[text.element]?.name}>
              <button type="button" className="panel-link" onClick={() => goToElement(editor, text.element)}>
                {interaction.elements[text.element]?.name}
              </button>
              <LocalizedField
                label={text.label}
                language={language}
                value={{ ...text.text }}
                isLong={text.formatted}
                isFormatted={text.formatted}
                isOptional={false}
                onChange={(_language, words) => {
                  setKept(new Set([...kept, placeOf(text)]));
                  translate(editor, text.element, text, language, words ?? '');
                }}
              />
            </fieldset>
          </li>
        ))}
      </ul>
      {wanted.length > most ? (
        <div className="panel-foot">
          <Button onPress={() => setMost(most + PORTION)}>Show {Math.min(PORTION, wanted.length - most)} more</Button>
        </div>
      ) : null}
    </div>
  );
}

function placeOf({ element, path }: TranslatedText): string {
  return `${element} ${path}`;
}

function inOrder(interaction: Interaction, texts: readonly TranslatedText[]): readonly TranslatedText[] {
  const graph = graphOf(interaction);
  const { start } = interaction;
  const all = [...(start === undefined ? [] : [start]), ...elementIds(interaction)];
  const order = new Map<ElementId, number>();
  for (const id of readingOrder(all, (from) => graph.from(from).map(({ to }) => to))) order.set(id, order.size);
  return texts.toSorted((a, b) => (order.get(a.element) ?? 0) - (order.get(b.element) ?? 0));
}
