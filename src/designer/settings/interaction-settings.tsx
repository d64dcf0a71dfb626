import { LIMITS } from '#prelude/limits.ts';
import { TextArea } from '#ui/text-area.tsx';
import { changeInteraction } from '../commands/change-settings.ts';
import { useEditor, useInteraction } from '../page/editor-context.ts';
import { DurationField } from './duration-field.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { Languages } from './languages.tsx';

/** What the Interaction itself can be told. */
export function InteractionSettings() {
  const editor = useEditor();
  const { description, target, elements, connectors } = useInteraction();
  const [count, lines] = [Object.keys(elements).length, Object.keys(connectors).length];
  return (
    <>
      <div className="settings-head">
        <h2>Interaction</h2>
        <LanguageSwitch />
      </div>
      <div className="settings-fields">
        <p className="settings-count">
          {count === 1 ? '1 element' : `${count} elements`}, {lines === 1 ? '1 connector' : `${lines} connectors`}.
          Select an element to change its settings.
        </p>
        <TextArea
          label="Description"
          isOptional
          maxLength={LIMITS.longText}
          value={description ?? ''}
          onChange={(text) => changeInteraction(editor, ['description'], text === '' ? undefined : text, 'Description')}
        />
        <DurationField
          label="Target time of a whole session"
          description="Reports mark sessions that take longer."
          isOptional
          value={target}
          onChange={(duration) => changeInteraction(editor, ['target'], duration, 'Target time')}
        />
        <Languages />
      </div>
    </>
  );
}
