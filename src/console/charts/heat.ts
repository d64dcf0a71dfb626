/**
 * The colours of reports on the map: from blue (little) to red (much). Lightness changes steadily from end to end, so the
 * order is seen without any sense of hue too, and in print. Points of the scale in OKLCH (lightness, chroma, hue),
 * Björn Ottosson, "A perceptual color space for image processing" (2020); in a dark theme the scale grows brighter instead.
 */
const ENDS = {
  light: { from: [0.9, 0.05, 245], to: [0.55, 0.2, 385] },
  dark: { from: [0.38, 0.07, 245], to: [0.74, 0.17, 385] },
} as const;

export type Theme = keyof typeof ENDS;

/** A colour for `part` of the scale, from 0 to 1. */
export function heatColor(part: number, theme: Theme): string {
  const { from, to } = ENDS[theme];
  const at = (index: 0 | 1 | 2) => from[index] + (to[index] - from[index]) * Math.min(1, Math.max(0, part));
  return `oklch(${at(0).toFixed(4)} ${at(1).toFixed(4)} ${(at(2) % 360).toFixed(2)})`;
}

/** Words on that colour: whichever of black and white stands out more. */
export function heatInk(part: number, theme: Theme): string {
  const { from, to } = ENDS[theme];
  return from[0] + (to[0] - from[0]) * part > 0.58 ? '#000000' : '#ffffff';
}

/** Round numbers from 0 to at least `most`, four or five of them: the ends of the scale and the ticks of its legend. */
export function ticksTo(most: number): readonly number[] {
  if (most <= 0) return [0, 1];
  const raw = most / 4;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * size).find((candidate) => candidate >= raw * 0.999) ?? raw;
  const count = Math.ceil(most / step - 0.001);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** The same for milliseconds: steps that are round in seconds, minutes and hours. */
export function timeTicksTo(most: number): readonly number[] {
  const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21_600, 86_400];
  const step = 1000 * (steps.find((seconds) => seconds * 4000 >= most) ?? Math.ceil(most / 4000));
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}
