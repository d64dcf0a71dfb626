import { describe, expect, it } from 'vitest';
import { durationParts, durationText, UNITS } from './duration-parts.ts';

describe('a duration', () => {
  it.each(UNITS)('in %s is read as it was written', (unit) => {
    expect(durationParts(String(durationText(90, unit)))).toEqual({ count: 90, unit });
  });

  it.each(['PT1H30M', 'P1Y6M', 'P', 'PT', '90', '-PT5M', 'PT1.5S'])('%s is no count of one unit', (text) => {
    expect(durationParts(text)).toBeUndefined();
  });
});
