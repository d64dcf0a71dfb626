import * as z from 'zod';
import { LIMITS } from '#prelude/limits.ts';
import { type ActionButton, actionButton } from './buttons/action-button.ts';
import { durationText } from './duration-text.ts';
import { type LocalizedText, localizedText } from './localized-text.ts';
import { type OutdatedTranslation, outdatedTranslation } from './outdated-translation.ts';
import { setting } from './setting.ts';

/** What every element has, whatever its type; types add their own settings beside it. */
export const elementBase = z.strictObject({
  type: z.string(),
  name: setting(z.string().min(1).max(200), {
    widget: 'line',
    label: 'Name',
    help: 'For designers and reports; people who are served never see it.',
  }),
  help: setting(localizedText.optional(), {
    widget: 'localized-text',
    formatted: true,
    label: 'Help',
    help: 'A hint for the agent, shown apart from what is read aloud.',
  }),
  target: setting(durationText.optional(), {
    widget: 'duration',
    label: 'Target time',
    help: 'Reports mark the element where people take longer.',
  }),
  entryPoint: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'Entry point',
    help: 'Agents may jump here from anywhere.',
  }),
  buttons: setting(z.array(actionButton).max(LIMITS.buttons).optional(), {
    widget: 'rows',
    label: 'Buttons',
    help: 'What can be done on the page beside answering, without leaving it.',
    add: 'Add button',
    row: 'Button',
  }),
  /** Kept by the designer; nothing that a run sees. */
  outdated: z.array(outdatedTranslation).max(LIMITS.outdatedTranslations).optional(),
});

export interface ElementBase {
  readonly type: string;
  readonly name: string;
  readonly help?: LocalizedText | undefined;
  readonly target?: string | undefined;
  readonly entryPoint?: boolean | undefined;
  readonly buttons?: readonly ActionButton[] | undefined;
  readonly outdated?: readonly OutdatedTranslation[] | undefined;
}

export const ELEMENT_BASE_KEYS = Object.keys(elementBase.shape) as readonly (keyof ElementBase)[];
