import { describe, expect, it } from 'vitest';
import { AttentionMeter, IDLE_AFTER } from './attention.ts';

describe('time on a page', () => {
  it('is active while somebody does something now and then', () => {
    const meter = new AttentionMeter(0);
    meter.sign(50_000);
    expect(meter.read(100_000)).toEqual({ active: 100_000, idle: 0 });
  });

  it('is idle after a minute without a sign', () => {
    const meter = new AttentionMeter(0);
    expect(meter.read(IDLE_AFTER + 30_000)).toEqual({ active: IDLE_AFTER, idle: 30_000 });
    meter.sign(IDLE_AFTER + 30_000);
    expect(meter.read(IDLE_AFTER + 40_000)).toEqual({ active: IDLE_AFTER + 10_000, idle: 30_000 });
  });

  it('is idle while the page is out of sight', () => {
    const meter = new AttentionMeter(0);
    meter.visible(false, 5_000);
    meter.visible(true, 20_000);
    expect(meter.read(21_000)).toEqual({ active: 6_000, idle: 15_000 });
  });

  it('begins anew with each page', () => {
    const meter = new AttentionMeter(0);
    meter.restart(30_000);
    expect(meter.read(31_000)).toEqual({ active: 1_000, idle: 0 });
  });
});
