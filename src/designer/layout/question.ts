import type { ElementId } from '#prelude/ids.ts';

/** `tidy` moves as little as possible; `full` lays everything out afresh. */
export type LayoutMode = 'tidy' | 'full';

/** What the layout must know. Sizes and positions in pixels, positions of the top left corner. */
export interface LayoutQuestion {
  readonly mode: LayoutMode;
  readonly cards: readonly {
    readonly id: ElementId;
    readonly height: number;
    /** Where connectors arrive, from the card's top. */
    readonly arrives: number;
    readonly at: readonly [number, number];
    /** Where each exit leaves, from the card's top. */
    readonly exits: readonly { readonly name: string; readonly at: number }[];
  }[];
  readonly connectors: readonly {
    readonly id: string;
    readonly from: ElementId;
    readonly exit: string;
    readonly to: ElementId;
  }[];
}

/** New positions of the cards that move. */
export type LayoutAnswer = { readonly [id: ElementId]: readonly [number, number] };
