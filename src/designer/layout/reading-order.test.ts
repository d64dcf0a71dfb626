import { describe, expect, it } from 'vitest';
import type { ElementId } from '#prelude/ids.ts';
import { readingOrder } from './reading-order.ts';

/** The order of elements that are drawn as `a: b c`, each with what follows it. */
function order(...lines: readonly string[]): string {
  const next = new Map(
    lines.map((line) => {
      const [from = '', to = ''] = line.split(':');
      return [from, to.split(' ').filter((id) => id !== '')] as const;
    }),
  );
  return readingOrder([...next.keys()] as ElementId[], (id) => (next.get(id) ?? []) as ElementId[]).join(' ');
}

describe('the order in which one reads', () => {
  it('puts what follows behind, branch by branch', () => {
    expect(order('start:yes no', 'no:end', 'yes:end', 'end:')).toBe('start yes no end');
  });

  it('begins where the Interaction begins, whatever leads back there', () => {
    expect(order('start:ask', 'again:start', 'ask:again done', 'done:')).toBe('start ask again done');
  });

  it('has what nothing leads to before what it leads to', () => {
    expect(order('start:end', 'end:', 'entry:end')).toBe('entry start end');
  });

  it('bears a long chain', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => `e${n}:e${n + 1}`);
    expect(order(...lines).split(' ')).toHaveLength(20_001);
  });
});
