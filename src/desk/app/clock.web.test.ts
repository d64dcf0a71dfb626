import { describe, expect, it } from 'vitest';
import { targetTone, timerText } from './clock.ts';

describe('a timer', () => {
  it.each([
    [0, '0:00'],
    [7_400, '0:07'],
    [760_000, '12:40'],
    [3_729_000, '1:02:09'],
    [-5, '0:00'],
  ])('%d ms is shown as %s', (milliseconds, text) => {
    expect(timerText(milliseconds)).toBe(text);
  });

  it('turns near its target and over it; without a target it never does', () => {
    expect(targetTone(15_000, 20_000)).toBe('fine');
    expect(targetTone(16_000, 20_000)).toBe('near');
    expect(targetTone(20_001, 20_000)).toBe('over');
    expect(targetTone(1e9, undefined)).toBe('fine');
  });
});
