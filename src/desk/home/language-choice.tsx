import { showLanguage } from '#prelude/locale.ts';
import { Select } from '#ui/select.tsx';

const USUAL = 'usual';

interface LanguageChoiceProps {
  readonly languages: readonly string[];
  /** Empty: the one that an Interaction begins in by itself. */
  readonly value: string;
  onChange(language: string): void;
}

/** In which language the next call begins, where it is spoken there. */
export function LanguageChoice({ languages, value, onChange }: LanguageChoiceProps) {
  return (
    <Select
      label="Language"
      isLabelHidden
      options={[
        { id: USUAL, label: 'Usual language' },
        ...languages.map((each) => ({ id: each, label: showLanguage(each) })),
      ]}
      value={value === '' ? USUAL : value}
      onChange={(id) => onChange(id === USUAL ? '' : id)}
    />
  );
}
