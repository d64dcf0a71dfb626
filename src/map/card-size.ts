import type { ElementGroup, Exit } from '#contract/element-type.ts';

/** All cards have one width, so that columns line up. Pixels at full zoom. */
export const CARD_WIDTH = 232;

/** One row per exit, where an element has several: room for a target of 24 pixels and some air. */
const EXIT_ROW = 28;

const BELOW_ROWS = 8;

/** What a card's height depends on. */
export interface CardShape {
  readonly group: ElementGroup;
  readonly exits: readonly Exit[];
}

/** Icon, name and two lines of text; options are worded by their name and are lower. */
function headHeight(group: ElementGroup): number {
  return group === 'option' ? 48 : 72;
}

/** Height of a card. Ways out are listed only where there is a choice between them. */
export function cardHeight({ group, exits }: CardShape): number {
  const head = headHeight(group);
  return exits.length > 1 ? head + exits.length * EXIT_ROW + BELOW_ROWS : head;
}

/** Where connectors arrive, from the card's top. */
export function arrivesAt({ group }: CardShape): number {
  return headHeight(group) / 2;
}

/** Where the exit at this place in the list leaves, from the card's top. */
export function leavesAt({ group, exits }: CardShape, index: number): number {
  const head = headHeight(group);
  return exits.length > 1 ? head + index * EXIT_ROW + EXIT_ROW / 2 : head / 2;
}
