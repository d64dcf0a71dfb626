/** @jsxImportSource preact */
import type { ElementView } from '#parts/view.ts';
import { questionView } from './question/view.tsx';
import { statementView } from './statement/view.tsx';

/** How the pages of each element type that has one look. */
export const views: ReadonlyMap<string, ElementView> = new Map([
  ['question', questionView],
  ['statement', statementView],
]);
