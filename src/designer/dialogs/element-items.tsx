import type { ElementType } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Interaction } from '#format/interaction.ts';
import { iconNamed } from '#map/icons.ts';
import type { ElementId } from '#prelude/ids.ts';
import { KeyCap } from '#ui/key-cap.tsx';
import type { Editor } from '../editor/editor.ts';
import type { PickerItem } from './picker.tsx';

/** Elements as something to be picked. */
export function elementItems(
  editor: Editor,
  ids: readonly ElementId[],
  interaction: Interaction,
): readonly PickerItem[] {
  return ids.flatMap((id) => {
    const element = interaction.elements[id];
    const type = element && editor.catalog.get(element.type);
    if (!element || !type) return [];
    const Icon = iconNamed(type.icon);
    return [
      {
        id,
        label: element.name,
        also: `${id} ${type.summary(settingsOf(element), editor.state.view.language)}`,
        description: type.title,
        icon: <Icon aria-hidden="true" />,
      },
    ];
  });
}

/** Element types as something to be inserted. */
export function typeItems(types: readonly ElementType[]): readonly PickerItem[] {
  return types.map((type) => {
    const Icon = iconNamed(type.icon);
    return {
      id: type.type,
      label: type.title,
      also: type.description,
      icon: <Icon aria-hidden="true" />,
      ...(type.letter ? { trailing: <KeyCap shortcut={type.letter.toUpperCase()} /> } : {}),
    };
  });
}
