import type { Exit } from '#contract/element-type.ts';

/** All cards have one width, so that columns line up. Pixels at full zoom. */
export const CARD_WIDTH = 232;

/** Icon, name and two lines of text. */
export const CARD_HEAD = 72;

/** One row per exit, where an element has several: room for a target of 24 pixels and some air. */
export const EXIT_ROW = 28;

const BELOW_ROWS = 8;

/** Height of a card. Ways out are listed only where there is a choice between them. */
export function cardHeight(exits: readonly Exit[]): number {
  return exits.length > 1 ? CARD_HEAD + exits.length * EXIT_ROW + BELOW_ROWS : CARD_HEAD;
}

/** Where connectors arrive, from the card's top. */
export const ARRIVES_AT = CARD_HEAD / 2;

/** Where the exit at this place in the list leaves, from the card's top. */
export function leavesAt(index: number, count: number): number {
  return count > 1 ? CARD_HEAD + index * EXIT_ROW + EXIT_ROW / 2 : CARD_HEAD / 2;
}
