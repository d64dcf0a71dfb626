import { ArrowUpToLine, X } from 'lucide-react';
import { useState } from 'react';
import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { gapsIn, outdatedIn } from '#format/translation-gaps.ts';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { addLanguage, makeSourceLanguage, removeLanguage } from '../commands/languages.ts';
import { languageName, languagesFound } from '../editor/language-name.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';

/** The languages that texts are written in: added by name, removed, made the one that is written first. */
export function Languages() {
  const editor = useEditor();
  const interaction = useInteraction();
  const { languages } = interaction;
  return (
    <fieldset className="settings-languages">
      <legend className="wm-label">Languages</legend>
      <ul>
        {languages.map((language, index) => (
          <li key={language}>
            <span className="settings-language-name">
              {languageName(language)} <code>{language}</code>
              <span className="settings-muted">
                {index === 0
                  ? 'Written first'
                  : stateWords(
                      gapsIn(interaction, editor.catalog, language),
                      outdatedIn(interaction, editor.catalog, language),
                    )}
              </span>
            </span>
            {index === 0 ? null : (
              <>
                <IconButton
                  size="small"
                  label={`Write ${languageName(language)} first, and translate from it`}
                  icon={<ArrowUpToLine />}
                  onPress={() => makeSourceLanguage(editor, language)}
                />
                <IconButton
                  size="small"
                  label={`Remove ${languageName(language)} and its texts`}
                  icon={<X />}
                  onPress={() => removeLanguage(editor, language)}
                />
              </>
            )}
          </li>
        ))}
      </ul>
      {languages.length > 1 ? (
        <div>
          <Button size="small" onPress={() => editor.look({ panel: 'translations' })}>
            Translate texts
          </Button>
        </div>
      ) : null}
      <NewLanguage key={languages.join()} />
    </fieldset>
  );
}

export function NewLanguage() {
  const editor = useEditor();
  const { languages } = useInteraction();
  const [typed, setTyped] = useState('');
  const found = languagesFound(typed).filter((tag) => !languages.includes(tag));
  const tag = typed.trim();
  // A language that nobody thought of goes by its code.
  const isCode = LANGUAGE_PATTERN.test(tag) && tag.length <= 10 && !languages.includes(tag) && !found.includes(tag);
  const options = found.length === 0 && isCode ? [tag] : found;
  return (
    <ComboBox<string>
      label="Add a language"
      placeholder="Its name, or a code such as pt-BR"
      options={options.map((id) => ({ id, label: languageName(id), description: id }))}
      value={null}
      onSearch={setTyped}
      onChange={(id) => id !== null && addLanguage(editor, id)}
    />
  );
}

function stateWords(gaps: number, outdated: number): string {
  const texts = (count: number) => `${count} ${count === 1 ? 'text is' : 'texts are'}`;
  const state = [
    ...(gaps > 0 ? [`${texts(gaps)} missing`] : []),
    ...(outdated > 0 ? [`${texts(outdated)} out of date`] : []),
  ];
  return state.length === 0 ? 'All texts are translated' : state.join(', ');
}
