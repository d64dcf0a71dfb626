/** How many items a list holds where the asker does not say. */
export const PAGE = 50;

interface Paging {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * One page of a list that is at hand as a whole: what comes after the item that the cursor names. A cursor whose item
 * has gone begins anew.
 */
export function pageOf<Item>(
  items: readonly Item[],
  { cursor, limit = PAGE }: Paging,
  keyOf: (item: Item) => string,
): { items: Item[]; next?: string } {
  const start = cursor === undefined ? 0 : items.findIndex((item) => keyOf(item) === cursor) + 1;
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  return last !== undefined && start + limit < items.length ? { items: page, next: keyOf(last) } : { items: page };
}

/** The same where one item more than asked for was read from the database: it says that there is a next page. */
export function pageFrom<Item>(
  items: readonly Item[],
  limit: number,
  cursorOf: (item: Item) => string,
): { items: Item[]; next?: string } {
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return last !== undefined && items.length > limit ? { items: page, next: cursorOf(last) } : { items: page };
}
