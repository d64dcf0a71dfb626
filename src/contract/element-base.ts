import * as z from 'zod';
import { localizedText } from './localized-text.ts';
import { setting } from './setting.ts';

/** An ISO 8601 duration in days, hours, minutes and seconds, such as `PT20S`. */
export const durationText = z
  .string()
  .regex(/^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'a duration is written like PT20S or PT1M30S');

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
});

export type ElementBase = z.infer<typeof elementBase>;

export const ELEMENT_BASE_KEYS = Object.keys(elementBase.shape) as readonly (keyof ElementBase)[];
