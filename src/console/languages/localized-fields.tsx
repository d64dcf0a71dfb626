import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { LocalizedText } from '#contract/localized-text.ts';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import type { FieldProps } from '#ui/field.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { languageWords } from '../words/names.ts';
import { languagesBeside } from './languages.ts';
import './localized-fields.css';

export interface LocalizedFieldsProps extends Pick<FieldProps, 'label' | 'error'> {
  /** A sentence below the name of the group. */
  description?: string | undefined;
  value: LocalizedText;
  onChange: (value: LocalizedText) => void;
  isLong?: boolean;
  maxLength?: number;
  isDisabled?: boolean | undefined;
}

/** A text in each of its languages, one below the other; languages are added and taken out. */
export function LocalizedFields(props: LocalizedFieldsProps) {
  const { label, description, value, onChange, error, isLong = false, isDisabled = false, maxLength } = props;
  const languages = Object.keys(value);
  const put = (language: string, text: string) => onChange({ ...value, [language]: text });
  const remove = (language: string) =>
    onChange(Object.fromEntries(Object.entries(value).filter(([tag]) => tag !== language)));
  return (
    <fieldset className="wc-localized">
      <legend className="wm-label">{label}</legend>
      {description ? <p className="wm-field-description">{description}</p> : null}
      {languages.map((language, index) => {
        const field = {
          label: languageWords(language),
          language,
          value: value[language] ?? '',
          onChange: (text: string) => put(language, text),
          isDisabled,
          error: index === 0 ? error : undefined,
          ...(maxLength === undefined ? {} : { maxLength }),
        };
        return (
          <div key={language} className="wc-localized-row">
            {isLong ? <TextArea {...field} rows={3} /> : <TextField {...field} />}
            {languages.length > 1 && !isDisabled ? (
              <IconButton
                label={`Remove ${languageWords(language)} from ${label}`}
                icon={<X />}
                size="small"
                onPress={() => remove(language)}
              />
            ) : null}
          </div>
        );
      })}
      {isDisabled ? null : <AddLanguage label={label} taken={languages} onAdd={(language) => put(language, '')} />}
    </fieldset>
  );
}

interface AddLanguageProps {
  label: string;
  taken: readonly string[];
  onAdd: (language: string) => void;
}

function AddLanguage({ label, taken, onAdd }: AddLanguageProps) {
  const [isOpen, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  if (!isOpen) {
    return (
      <div>
        <Button size="small" variant="quiet" icon={<Plus />} onPress={() => setOpen(true)}>
          Add a language<span className="wm-hidden"> to {label}</span>
        </Button>
      </div>
    );
  }
  return (
    <ComboBox<string>
      label={`Language to add to ${label}`}
      options={languagesBeside(taken, typed)}
      onSearch={setTyped}
      value={null}
      placeholder="Type its name"
      onChange={(language) => {
        if (language === null) return;
        setOpen(false);
        onAdd(language);
      }}
    />
  );
}
