/** @jsxImportSource preact */
import { showLanguage } from '#prelude/locale.ts';
import { BUTTON_KEYS } from './keys.ts';

interface LanguageSelectProps {
  readonly languages: readonly string[];
  readonly language: string;
  readonly label: string;
  choose(language: string): void;
  leave(): void;
}

/** The languages of the Interaction, each in its own words, so that whoever speaks one finds it. */
export function LanguageSelect({ languages, language, label, choose, leave }: LanguageSelectProps) {
  return (
    <select
      class="language"
      aria-label={label}
      aria-keyshortcuts={BUTTON_KEYS.language}
      value={language}
      onChange={(event) => choose(event.currentTarget.value)}
      onKeyDown={(event) => {
        // Enter is for the list; elsewhere on the page it goes on.
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        event.preventDefault();
        leave();
      }}
    >
      {languages.map((each) => (
        <option key={each} value={each} lang={each}>
          {showLanguage(each)}
        </option>
      ))}
    </select>
  );
}
