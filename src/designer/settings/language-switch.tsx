import { Select } from '#ui/select.tsx';
import { languageName } from '../editor/language-name.ts';
import { useEditor, useEditorState } from '../page/editor-context.ts';

/** Which language texts are edited and shown in; nothing where there is only one. */
export function LanguageSwitch() {
  const editor = useEditor();
  const languages = useEditorState((state) => state.interaction.languages);
  const language = useEditorState((state) => state.view.language);
  if (languages.length < 2) return null;
  return (
    <div className="settings-language">
      <Select
        label="Language of texts"
        isLabelHidden
        options={languages.map((tag) => ({ id: tag, label: languageName(tag) }))}
        value={languages.includes(language) ? language : languages[0]}
        onChange={(tag) => editor.look({ language: tag })}
      />
    </div>
  );
}
