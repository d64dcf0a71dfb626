/** @jsxImportSource preact */
import type { ElementView } from '#parts/view.ts';
import * as table from './type-views.tsx';

/** How the pages of each element type that has one look. */
export const views: ReadonlyMap<string, ElementView> = new Map(
  Object.values<ElementView>(table).map((view) => [view.type, view]),
);
