import { CARD_WIDTH } from './card-size.ts';

/** Room between columns: a connector's curve and its label fit in. */
export const COLUMN_GAP = 96;

export const ROW_GAP = 32;

export const COLUMN = CARD_WIDTH + COLUMN_GAP;
