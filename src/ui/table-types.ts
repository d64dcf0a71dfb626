import type { ReactNode } from 'react';

export interface TableColumn<Item> {
  readonly id: string;
  readonly header: string;
  readonly cell: (item: Item) => ReactNode;
  /** Names the row when it is read aloud; the first column where none says so. */
  readonly isRowHeader?: boolean;
  readonly isSortable?: boolean;
  /** Numbers stand at the end, with figures of one width. */
  readonly isNumber?: boolean;
  /** Read aloud, not seen: for a column of buttons. */
  readonly isHeaderHidden?: boolean;
  /** Any CSS width; without it the column takes what it needs. */
  readonly width?: string;
  /** The sum or the like below the column, where it means something; the column that names the rows says "Total". */
  readonly footer?: ReactNode;
}

export interface TableSort {
  readonly column: string;
  readonly direction: 'ascending' | 'descending';
}

/** What stands in the table's body. */
export type TableState<Item> =
  | { readonly kind: 'loading' }
  | {
      readonly kind: 'error';
      readonly error: Error;
      readonly onRetry?: () => void;
    }
  | { readonly kind: 'ready'; readonly items: readonly Item[] };

export interface TableProps<Item extends object> {
  /** What the rows are: read aloud. */
  label: string;
  columns: readonly TableColumn<Item>[];
  getId: (item: Item) => string;
  state: TableState<Item>;
  /** What the rows were searched and filtered by: whenever it changes, the number of rows is said once it is known. */
  asked?: { readonly by: string; readonly isAnswered: boolean } | undefined;
  /** Shown in place of rows when there are none: an empty state. */
  empty: ReactNode;
  sort?: TableSort | undefined;
  onSort?: ((sort: TableSort) => void) | undefined;
  /** Rows become links. */
  getHref?: ((item: Item) => string | undefined) | undefined;
  /** Rows open by Enter or a press. */
  onOpen?: ((item: Item) => void) | undefined;
  /** Rows can be ticked. */
  selection?: { readonly ids: ReadonlySet<string>; readonly onChange: (ids: ReadonlySet<string>) => void } | undefined;
  /** Asked for when the last row comes into view; once that failed, by hand. */
  more?: { readonly isLoading: boolean; readonly onLoad: () => void; readonly error?: Error | null } | undefined;
}
