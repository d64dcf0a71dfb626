import { ArrowDown, ArrowUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Table as AriaTable,
  Cell,
  CheckboxButton,
  CheckboxField,
  Collection,
  Column,
  Row,
  type Selection,
  TableBody,
  TableFooter,
  TableHeader,
  TableLoadMoreItem,
} from 'react-aria-components';
import { CheckboxBox } from './checkbox.tsx';
import { FailureBanner } from './failure-banner.tsx';
import { FoundStatus } from './found-status.tsx';
import { Skeleton } from './skeleton.tsx';
import type { TableColumn, TableProps, TableState } from './table-types.ts';
import { words } from './words.ts';
import './table.css';

/**
 * Rows of things: arrows move, Enter opens, Space ticks, the head stays in view and sorts.
 * Loading, error and emptiness stand inside it, so that the page does not jump.
 */
export function Table<Item extends object>(props: TableProps<Item>) {
  const { label, columns, getId, state, asked, empty, sort, onSort, getHref, onOpen, selection, more } = props;
  const items = state.kind === 'ready' ? state.items : [];
  const hasFooter = items.length > 0 && columns.some((column) => column.footer !== undefined);
  return (
    <div className="wm-table-scroll" aria-busy={state.kind === 'loading'}>
      {asked === undefined ? null : (
        <FoundStatus
          asked={asked.by}
          count={state.kind === 'ready' && asked.isAnswered ? items.length : undefined}
          hasMore={more !== undefined}
        />
      )}
      <AriaTable
        className="wm-table"
        aria-label={label}
        {...(sort ? { sortDescriptor: sort } : {})}
        {...(onSort
          ? { onSortChange: (next) => onSort({ column: String(next.column), direction: next.direction }) }
          : {})}
        selectionMode={selection ? 'multiple' : 'none'}
        {...(selection
          ? {
              selectedKeys: selection.ids,
              onSelectionChange: (chosen) => selection.onChange(idsOf(chosen, items.map(getId))),
            }
          : {})}
      >
        <TableHeader className="wm-table-head">
          {selection ? (
            <Column className="wm-table-column wm-table-tick">
              <Tick />
            </Column>
          ) : null}
          {columns.map((column, index) => (
            <HeadCell key={column.id} column={column} isRowHeader={isRowHeader(columns, index)} />
          ))}
        </TableHeader>
        <TableBody className="wm-table-body" renderEmptyState={() => <Instead state={state} empty={empty} />}>
          <Collection items={items} dependencies={[columns, getHref, onOpen, selection === undefined]}>
            {(item) => (
              <Row
                id={getId(item)}
                className="wm-table-row"
                {...hrefOf(getHref?.(item))}
                {...(onOpen ? { onAction: () => onOpen(item) } : {})}
              >
                {selection ? (
                  <Cell className="wm-table-cell wm-table-tick">
                    <Tick />
                  </Cell>
                ) : null}
                {columns.map((column) => (
                  <Cell key={column.id} className={cellClass(column)}>
                    {column.cell(item)}
                  </Cell>
                ))}
              </Row>
            )}
          </Collection>
          {more && !more.error ? (
            <TableLoadMoreItem isLoading={more.isLoading} onLoadMore={more.onLoad} className="wm-table-more">
              <Skeleton />
            </TableLoadMoreItem>
          ) : null}
        </TableBody>
        {hasFooter ? (
          <TableFooter className="wm-table-foot">
            <Row className="wm-table-row">
              {selection ? <Cell className="wm-table-cell" /> : null}
              {columns.map((column, index) => (
                <Cell key={column.id} className={cellClass(column)}>
                  {column.footer ?? (isRowHeader(columns, index) ? words.total : null)}
                </Cell>
              ))}
            </Row>
          </TableFooter>
        ) : null}
      </AriaTable>
      {more?.error ? <FailureBanner error={more.error} onRetry={more.onLoad} /> : null}
    </div>
  );
}

function HeadCell<Item>({ column, isRowHeader }: { column: TableColumn<Item>; isRowHeader: boolean }) {
  return (
    <Column
      id={column.id}
      isRowHeader={isRowHeader}
      allowsSorting={column.isSortable ?? false}
      textValue={column.header}
      className={column.isNumber ? 'wm-table-column wm-table-number' : 'wm-table-column'}
      style={column.width === undefined ? {} : { width: column.width }}
    >
      {({ allowsSorting, sortDirection }) => (
        <span className="wm-table-heading">
          <span className={column.isHeaderHidden ? 'wm-hidden' : undefined}>{column.header}</span>
          {allowsSorting ? <SortSign direction={sortDirection} /> : null}
        </span>
      )}
    </Column>
  );
}

function SortSign({ direction }: { direction: 'ascending' | 'descending' | undefined }) {
  const Icon = direction === undefined ? ChevronsUpDown : direction === 'ascending' ? ArrowUp : ArrowDown;
  return <Icon aria-hidden="true" className={direction === undefined ? 'wm-table-sort' : 'wm-table-sorted'} />;
}

/** The table gives it its name, its state and what it does. */
function Tick() {
  return (
    <CheckboxField slot="selection" className="wm-choice">
      <CheckboxButton className="wm-choice-button">
        <CheckboxBox />
      </CheckboxButton>
    </CheckboxField>
  );
}

/** What stands in place of the rows. */
function Instead<Item>({ state, empty }: { state: TableState<Item>; empty: ReactNode }) {
  switch (state.kind) {
    case 'loading':
      return (
        <div className="wm-table-instead">
          <span className="wm-hidden" role="status">
            {words.loading}
          </span>
          <Skeleton lines={5} height="1.25rem" />
        </div>
      );
    case 'error':
      return (
        <div className="wm-table-instead">
          <FailureBanner error={state.error} onRetry={state.onRetry} />
        </div>
      );
    case 'ready':
      return <div className="wm-table-instead">{empty}</div>;
  }
}

function isRowHeader<Item>(columns: readonly TableColumn<Item>[], index: number): boolean {
  const named = columns.some((column) => column.isRowHeader);
  return named ? (columns[index]?.isRowHeader ?? false) : index === 0;
}

function cellClass<Item>(column: TableColumn<Item>): string {
  return column.isNumber ? 'wm-table-cell wm-table-number' : 'wm-table-cell';
}

function idsOf(chosen: Selection, all: readonly string[]): ReadonlySet<string> {
  return chosen === 'all' ? new Set(all) : new Set(Array.from(chosen, String));
}

/** A row that leads nowhere has no address. */
function hrefOf(href: string | undefined): { readonly href?: string } {
  return href === undefined ? {} : { href };
}
