import { ELEMENT_BASE_KEYS } from '#contract/element-base.ts';
import type { ElementType } from '#contract/element-type.ts';
import type { Element } from './interaction.ts';

/** An element's own settings, without what every element has. */
export function settingsOf(element: Element): object {
  const settings: { [key: string]: unknown } = { ...element };
  for (const key of ELEMENT_BASE_KEYS) delete settings[key];
  delete settings.version;
  return settings;
}

/** What a new element carries beside its settings: their version, once there has been more than one. */
export function versionOf(type: ElementType): { readonly version?: number } {
  return type.version > 1 ? { version: type.version } : {};
}
