import { Check } from 'lucide-react';
import { useRef } from 'react';
import type { TranslatedText } from '#format/translation-gaps.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { keepTranslation, translate } from '../commands/languages.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { languageName } from '../editor/language-name.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { LocalizedField } from '../settings/localized-field.tsx';

export interface TranslationRowProps {
  readonly text: TranslatedText;
  readonly language: string;
  readonly isMissing: boolean;
  /** The source text that it was made from, where that has changed since. */
  readonly from: string | undefined;
  /** It is about to be changed: it stays in the list, whatever the list shows. */
  readonly onTouch: () => void;
}

/** One text with its source; where that was changed since, what it was, and the way to say that all is well. */
export function TranslationRow({ text, language, isMissing, from, onTouch }: TranslationRowProps) {
  const editor = useEditor();
  const { elements, languages } = useInteraction();
  const row = useRef<HTMLLIElement>(null);
  const { element, label } = text;
  return (
    <li
      ref={row}
      className="panel-item"
      data-missing={isMissing || undefined}
      data-outdated={from !== undefined || undefined}
    >
      <fieldset className="panel-words" aria-label={elements[element]?.name}>
        <div className="panel-row">
          <button type="button" className="panel-link" onClick={() => goToElement(editor, element)}>
            {elements[element]?.name}
          </button>
          {from === undefined ? null : <Badge tone="warning">Out of date</Badge>}
        </div>
        <LocalizedField
          label={label}
          language={language}
          value={{ ...text.text }}
          isLong={text.formatted}
          isFormatted={text.formatted}
          isOptional={false}
          onChange={(_language, words) => {
            onTouch();
            translate(editor, element, text, language, words ?? '');
          }}
        />
        {from === undefined ? null : (
          <>
            <p className="panel-muted panel-said">
              Translated when {languageName(languages[0])} said: <span lang={languages[0]}>{from}</span>
            </p>
            <div>
              <Button
                size="small"
                icon={<Check aria-hidden="true" />}
                aria-label={`Still right: ${label} of ${elements[element]?.name}`}
                onPress={() => {
                  onTouch();
                  keepTranslation(editor, element, text, language);
                  // The button goes away, and with it the place of whoever pressed it by keyboard.
                  row.current?.querySelector('textarea')?.focus();
                }}
              >
                Still right
              </Button>
            </div>
          </>
        )}
      </fieldset>
    </li>
  );
}
