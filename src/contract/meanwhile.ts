import type { TextPlace } from './element-type.ts';
import { type LocalizedText, localizedText } from './localized-text.ts';
import { setting } from './setting.ts';

/** What people read while something is waited for. */
export const meanwhile = setting(localizedText.optional(), {
  widget: 'localized-line',
  label: 'Shown meanwhile',
  help: 'What people read while it is waited for; the name of the element unless set.',
  tab: 'Settings',
});

export function meanwhileTexts(text: LocalizedText | undefined): readonly TextPlace[] {
  return text ? [{ path: 'meanwhile', text, formatted: false, label: 'Shown meanwhile' }] : [];
}
