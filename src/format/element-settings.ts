import { ELEMENT_BASE_KEYS } from '#contract/element-base.ts';
import type { Element } from './interaction.ts';

/** An element's own settings, without what every element has. */
export function settingsOf(element: Element): object {
  const settings: { [key: string]: unknown } = { ...element };
  for (const key of ELEMENT_BASE_KEYS) delete settings[key];
  return settings;
}
