import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../src/ui/tokens.css', import.meta.url), 'utf8');

type Theme = 'light' | 'dark';

/** What lies on what, and how much lighter or darker it must at least be (WCAG 1.4.3, 1.4.11). */
const GROUNDS = ['canvas', 'surface', 'raised', 'sunken', 'hover', 'pressed', 'selected'];
const TONES = ['info', 'success', 'warning', 'danger'];
const GROUPS = ['page', 'logic', 'action', 'end', 'note'];

const PAIRS: readonly (readonly [over: string, under: string, least: number])[] = [
  ...GROUNDS.flatMap((ground) => [
    ['text', ground, 7] as const,
    ['text-muted', ground, 4.5] as const,
    ['accent-text', ground, 4.5] as const,
    ['accent', ground, 3] as const,
    ['focus', ground, 3] as const,
  ]),
  ...['canvas', 'surface', 'raised', 'sunken', 'hover'].map((ground) => ['line', ground, 3] as const),
  ...['accent', 'accent-hover', 'accent-pressed'].map((ground) => ['on-accent', ground, 4.5] as const),
  ...['danger', 'danger-hover', 'danger-pressed'].map((ground) => ['on-danger', ground, 4.5] as const),
  ['on-inverse', 'inverse', 7],
  ['accent-text', 'accent-soft', 4.5],
  ...TONES.flatMap((tone) => [
    ...[`${tone}-soft`, 'canvas', 'surface', 'raised', 'hover'].map((ground) => [`${tone}-text`, ground, 4.5] as const),
    ...[`${tone}-soft`, 'canvas', 'surface'].map((ground) => [`${tone}-line`, ground, 3] as const),
    ['text', `${tone}-soft`, 7] as const,
    ['text-muted', `${tone}-soft`, 4.5] as const,
  ]),
  ...GROUPS.flatMap((group) =>
    ['canvas', 'surface', `group-${group}-soft`].map((ground) => [`group-${group}`, ground, 3] as const),
  ),
];

describe('the colours', () => {
  it.each<Theme>(['light', 'dark'])('of the %s theme can be told apart wherever one lies on the other', (theme) => {
    const tooClose = PAIRS.map(([over, under, least]) => ({
      over,
      under,
      least,
      is: contrast(colour(over, theme), colour(under, theme)),
    }))
      .filter(({ is, least }) => is < least)
      .map(({ over, under, is }) => `${over} on ${under}: ${is.toFixed(2)}`);
    expect(tooClose).toEqual([]);
  });
});

function colour(name: string, theme: Theme): string {
  const found = new RegExp(`--wm-${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\);`).exec(css);
  const value = found?.[theme === 'light' ? 1 : 2];
  if (value === undefined) throw new Error(`tokens.css has no colour --wm-${name}.`);
  return value;
}

/** The contrast ratio of WCAG 2.2, 1 to 21. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance of WCAG 2.2. */
function luminance(hex: string): number {
  const linear = (at: number) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(1) + 0.7152 * linear(3) + 0.0722 * linear(5);
}
