import { expect, test } from 'vitest';
import { ANSWER_KINDS } from '#contract/answers/answer-kinds.ts';
import { catalog } from '#elements/catalog.ts';
import { hasIcon } from '#map/icons.ts';

test('the map can draw every icon that an element type or a kind of answer names', () => {
  const named = [...catalog.values(), ...ANSWER_KINDS].map(({ icon }) => icon);
  expect(named.filter((icon) => !hasIcon(icon))).toEqual([]);
});
