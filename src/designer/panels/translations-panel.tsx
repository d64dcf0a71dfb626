import { Languages } from 'lucide-react';
import { useMemo, useState } from 'react';
import { elementIds, graphOf } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import { madeFrom } from '#format/outdated-translations.ts';
import { isUntranslated, type TranslatedText, translatedTexts } from '#format/translation-gaps.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Select } from '#ui/select.tsx';
import { languageName } from '../editor/language-name.ts';
import { readingOrder } from '../layout/reading-order.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { NewLanguage } from '../settings/languages.tsx';
import { TranslationRow } from './translation-row.tsx';

/** So many texts are drawn at first, and more with each press. */
const PORTION = 60;

/** All texts in one list, source beside translation, in the order in which people meet them. */
export function TranslationsPanel() {
  const editor = useEditor();
  const interaction = useInteraction();
  const shown = useEditorState((state) => state.view.language);
  const [source, ...others] = interaction.languages;
  const language = others.includes(shown) ? shown : others[0];
  const [shows, setShows] = useState<Shows>('all');
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
  const rows = texts.map((text): Row => {
    const element = interaction.elements[text.element];
    return {
      text,
      isMissing: isUntranslated(text.text, language),
      from: element && madeFrom(element, text.text, language, source),
    };
  });
  const missing = rows.filter(({ isMissing }) => isMissing);
  const outdated = rows.filter(({ from }) => from !== undefined);
  const isShown = shows === 'missing' ? missing : shows === 'outdated' ? outdated : rows;
  // What is being written stays, though it is missing or out of date no more.
  const wanted = rows.filter((row) => isShown.includes(row) || kept.has(placeOf(row.text)));
  return (
    <div className="panel-translations">
      <div className="panel-new">
        <Select
          label="Language"
          options={others.map((tag) => ({ id: tag, label: languageName(tag) }))}
          value={language}
          onChange={(tag) => {
            setKept(new Set());
            editor.look({ language: tag });
          }}
        />
        <Select<Shows>
          label="Show"
          options={[
            { id: 'all', label: `All texts (${rows.length})` },
            { id: 'missing', label: `Missing (${missing.length})` },
            { id: 'outdated', label: `Out of date (${outdated.length})` },
          ]}
          value={shows}
          onChange={(next) => {
            setKept(new Set());
            setShows(next);
          }}
        />
        <p className="panel-muted" role="status">
          {stateWords(missing.length, outdated.length, texts.length, source)}
        </p>
      </div>
      {texts.length === 0 ? (
        <p className="panel-muted panel-foot">There is nothing to translate yet: no element has a text.</p>
      ) : null}
      {texts.length > 0 && wanted.length === 0 ? (
        <p className="panel-muted panel-foot">
          No text is {shows === 'missing' ? 'missing' : 'out of date'} in {languageName(language)}.
        </p>
      ) : null}
      <ul className="panel-list" aria-label="Texts">
        {wanted.slice(0, most).map(({ text, isMissing, from }) => (
          <TranslationRow
            key={placeOf(text)}
            text={text}
            language={language}
            isMissing={isMissing}
            from={from}
            onTouch={() => setKept(new Set([...kept, placeOf(text)]))}
          />
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

type Shows = 'all' | 'missing' | 'outdated';

interface Row {
  readonly text: TranslatedText;
  readonly isMissing: boolean;
  /** The source text that it was made from, where that has changed since. */
  readonly from: string | undefined;
}

function stateWords(missing: number, outdated: number, all: number, source: string): string {
  if (missing + outdated === 0) return 'Nothing is missing or out of date.';
  const lacks = missing === 0 ? [] : [`${missing} of ${all} missing; people see ${languageName(source)} instead.`];
  const old =
    outdated === 0
      ? []
      : [
          `${outdated} of ${all} out of date: ${languageName(source)} was changed after ${outdated === 1 ? 'it was' : 'they were'} translated.`,
        ];
  return [...lacks, ...old].join(' ');
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
