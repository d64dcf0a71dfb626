import type { ElementGroup } from '#contract/element-type.ts';

const GROUPS = ['page', 'logic', 'action', 'end', 'note'] as const;

/** The theme's colours that a picture of the map is drawn in, by name. */
export const PICTURE_COLOURS = [
  ...GROUPS.flatMap((group) => [`--wm-group-${group}`, `--wm-group-${group}-soft`]),
  '--map-line',
  '--wm-accent',
  '--wm-text',
  '--wm-surface',
  '--wm-canvas',
  '--wm-danger-text',
  '--wm-warning-text',
  '--wm-accent-text',
  '--wm-text-muted',
  '--wm-success-line',
] as const;

export type PictureColour = (typeof PICTURE_COLOURS)[number];

/** The colours as a canvas understands them. */
export type Palette = (name: PictureColour) => string;

/** Options are drawn in the colour of pages, which they are a part of. */
export function toneOf(group: ElementGroup): PictureColour {
  return `--wm-group-${group === 'option' ? 'page' : group}`;
}

export function softOf(group: ElementGroup): PictureColour {
  return `--wm-group-${group === 'option' ? 'page' : group}-soft`;
}
