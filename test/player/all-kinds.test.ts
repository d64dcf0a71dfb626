import { expect, it } from 'vitest';
import { allKinds, PAGES } from './all-kinds.ts';

it('reads', () => {
  const interaction = allKinds();
  expect(PAGES.every((page) => interaction.elements[page as never])).toBe(true);
});
