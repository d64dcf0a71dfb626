import { X } from 'lucide-react';
import { useState } from 'react';
import { LANGUAGE_PATTERN } from '#contract/localized-text.ts';
import { durationOf, millisecondsOf } from '#prelude/duration.ts';
import { LIMITS } from '#prelude/limits.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { changeInteraction } from '../commands/change-settings.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { languageName } from './language-name.ts';
import { LanguageSwitch } from './language-switch.tsx';

/** What the Interaction itself can be told. */
export function InteractionSettings() {
  const editor = useEditor();
  const { description, target, elements, connectors } = useInteraction();
  return (
    <>
      <div className="settings-head">
        <h2>Interaction</h2>
        <LanguageSwitch />
      </div>
      <div className="settings-fields">
        <p className="settings-count">
          {Object.keys(elements).length} elements, {Object.keys(connectors).length} connectors. Select an element to
          change its settings.
        </p>
        <TextArea
          label="Description"
          isOptional
          maxLength={LIMITS.longText}
          value={description ?? ''}
          onChange={(text) => changeInteraction(editor, ['description'], text === '' ? undefined : text, 'Description')}
        />
        <NumberField
          label="Target time of a whole session"
          isOptional
          minValue={1}
          formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'long' }}
          value={target === undefined ? Number.NaN : millisecondsOf(target) / 1000}
          onChange={(seconds) =>
            changeInteraction(
              editor,
              ['target'],
              Number.isNaN(seconds) ? undefined : durationOf(seconds * 1000),
              'Target time',
            )
          }
        />
        <Languages />
      </div>
    </>
  );
}

function Languages() {
  const editor = useEditor();
  const { languages } = useInteraction();
  const [typed, setTyped] = useState('');
  const tag = typed.trim();
  const isNew = LANGUAGE_PATTERN.test(tag) && !languages.includes(tag);
  const put = (next: readonly string[]) => changeInteraction(editor, ['languages'], [...next], 'Languages');
  return (
    <fieldset className="settings-languages">
      <legend className="wm-label">Languages</legend>
      <ul>
        {languages.map((language, index) => (
          <li key={language}>
            <span>
              {languageName(language)} <code>{language}</code>
            </span>
            {index === 0 ? (
              <span className="settings-muted">source</span>
            ) : (
              <IconButton
                size="small"
                label={`Remove ${languageName(language)}`}
                icon={<X />}
                onPress={() => put(languages.filter((other) => other !== language))}
              />
            )}
          </li>
        ))}
      </ul>
      <div className="settings-add-language">
        <TextField
          label="Add a language"
          description="By its code, such as es or pt-BR."
          value={typed}
          onChange={setTyped}
          error={tag !== '' && !isNew ? 'This is no new language code' : undefined}
        />
        <Button
          isDisabled={!isNew}
          onPress={() => {
            put([...languages, tag]);
            setTyped('');
          }}
        >
          Add
        </Button>
      </div>
    </fieldset>
  );
}
