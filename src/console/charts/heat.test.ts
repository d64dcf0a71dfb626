import { describe, expect, it } from 'vitest';
import { heatColor, heatInk, type Theme, ticksTo, timeTicksTo } from './heat.ts';

type Rgb = readonly [number, number, number];

/** OKLCH to linear sRGB, after the matrices of Björn Ottosson. */
function linear(color: string): Rgb {
  const [l = 0, c = 0, h = 0] = (/oklch\(([^)]*)\)/.exec(color)?.[1] ?? '').split(' ').map(Number);
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const l3 = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m3 = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s3 = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clip(4.0767416621 * l3 - 3.3077115913 * m3 + 0.2309699292 * s3),
    clip(-1.2684380046 * l3 + 2.6097574011 * m3 - 0.3413193965 * s3),
    clip(-0.0041960863 * l3 - 0.7034186147 * m3 + 1.707614701 * s3),
  ];
}

/** Dichromats' view: Machado, Oliveira and Fernandes, "A physiologically-based model for simulation of color vision deficiency" (2009), severity 1. */
const VISIONS: Record<string, readonly [Rgb, Rgb, Rgb]> = {
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function seen(color: string, vision: readonly [Rgb, Rgb, Rgb]): number {
  const [r, g, b] = linear(color);
  const row = (weights: Rgb) => Math.min(1, Math.max(0, weights[0] * r + weights[1] * g + weights[2] * b));
  return luminance([row(vision[0]), row(vision[1]), row(vision[2])]);
}

function hexLuminance(hex: string): number {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return luminance([part(1), part(3), part(5)]);
}

describe.each<Theme>(['light', 'dark'])('the heat scale in a %s theme', (theme) => {
  it.each(Object.keys(VISIONS))('is ordered by lightness alone for %s vision', (name) => {
    const vision = VISIONS[name];
    if (!vision) throw new Error(name);
    const steps = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => seen(heatColor(part, theme), vision));
    const growing = theme === 'dark';
    steps.slice(1).forEach((step, index) => {
      const before = steps[index] ?? 0;
      // A neighbour a fifth of the scale away differs by a tenth of its own lightness at least.
      expect(growing ? step / before : before / step).toBeGreaterThan(1.1);
    });
  });

  it('carries words that can be read at every place', () => {
    for (let part = 0; part <= 1; part += 0.02) {
      const ground = luminance(linear(heatColor(part, theme)));
      const ink = hexLuminance(heatInk(part, theme));
      const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
      expect(contrast, `at ${part}`).toBeGreaterThan(4.5);
    }
  });
});

describe('legends have round numbers', () => {
  it.each([
    [0, [0, 1]],
    [4, [0, 1, 2, 3, 4]],
    [37, [0, 10, 20, 30, 40]],
    [1000, [0, 250, 500, 750, 1000]],
    [0.13, [0, 0.05, 0.1, 0.15]],
  ])('up to %s: %s', (most, ticks) => {
    expect(ticksTo(most)).toEqual(ticks);
  });

  it('and times round in their own units', () => {
    expect(timeTicksTo(41_000)).toEqual([0, 15_000, 30_000, 45_000]);
    expect(timeTicksTo(200_000)).toEqual([0, 60_000, 120_000, 180_000, 240_000]);
  });
});
