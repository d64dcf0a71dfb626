import type { ReactNode } from 'react';
import { GridList, GridListItem, type Selection, Text } from 'react-aria-components';
import './list.css';

export interface ListItem {
  readonly id: string;
  readonly title: string;
  readonly description?: ReactNode;
  /** The row as it is read aloud, where that is more than its title. */
  readonly spoken?: string | undefined;
  readonly icon?: ReactNode;
  /** State, time or buttons at the end; arrows reach buttons inside. */
  readonly trailing?: ReactNode;
  readonly href?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

export interface ListProps {
  /** What the items are: read aloud. */
  label: string;
  items: readonly ListItem[];
  /** Shown when there are none: an empty state. */
  empty: ReactNode;
  /** The one that is shown elsewhere on the page. */
  selectedId?: string | null | undefined;
  onSelect?: ((id: string) => void) | undefined;
  /** Opened by Enter or a press, where nothing is selected. */
  onOpen?: ((id: string) => void) | undefined;
}

/** Things one below the other: arrows move, letters jump, Enter opens. */
export function List({ label, items, empty, selectedId, onSelect, onOpen }: ListProps) {
  const choose = (chosen: Selection) => {
    for (const id of chosen === 'all' ? [] : chosen) onSelect?.(String(id));
  };
  return (
    <GridList
      aria-label={label}
      className="wm-list"
      items={items}
      selectionMode={onSelect ? 'single' : 'none'}
      selectionBehavior="replace"
      {...(onSelect ? { selectedKeys: selectedId == null ? [] : [selectedId], onSelectionChange: choose } : {})}
      {...(onOpen ? { onAction: (id) => onOpen(String(id)) } : {})}
      renderEmptyState={() => empty}
    >
      {(item) => (
        <GridListItem
          id={item.id}
          textValue={item.title}
          {...(item.spoken === undefined ? {} : { 'aria-label': item.spoken })}
          className="wm-list-item"
          isDisabled={item.isDisabled ?? false}
          {...(item.href === undefined ? {} : { href: item.href })}
        >
          {item.icon}
          <span className="wm-list-words">
            <span className="wm-list-title">{item.title}</span>
            {item.description ? (
              <Text slot="description" className="wm-list-description">
                {item.description}
              </Text>
            ) : null}
          </span>
          {item.trailing ? <span className="wm-list-trailing">{item.trailing}</span> : null}
        </GridListItem>
      )}
    </GridList>
  );
}
