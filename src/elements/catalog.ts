import type { Catalog, ElementGroup, ElementType } from '#contract/element-type.ts';
import * as types from './types.ts';

/** What people see comes first; within a group the types follow each other by their titles. */
const ORDER: readonly ElementGroup[] = ['page', 'option', 'logic', 'action', 'end', 'note'];

/** Every element type, in the order of menus and toolbars. */
export const catalog: Catalog = new Map(
  Object.values<ElementType>(types)
    .toSorted((a, b) => ORDER.indexOf(a.group) - ORDER.indexOf(b.group) || (a.title < b.title ? -1 : 1))
    .map((type) => [type.type, type]),
);
