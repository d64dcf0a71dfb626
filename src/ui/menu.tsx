import { Check, ChevronRight } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  type PopoverProps,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import { assertNever } from '#prelude/assert-never.ts';
import { KeyCap } from './key-cap.tsx';
import type { Option } from './option.tsx';
import type { Shortcut } from './shortcut.ts';
import './float.css';
import './option.css';
import './menu.css';

/** What a menu holds, in order. */
export type MenuEntry =
  | MenuAction
  | MenuLink
  | MenuChoice
  | Submenu
  | { readonly kind: 'separator'; readonly id: string };

interface EntryWords {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

export interface MenuAction extends EntryWords {
  readonly kind: 'action';
  readonly onAction: () => void;
  readonly shortcut?: Shortcut | undefined;
  /** It destroys something. */
  readonly isDanger?: boolean | undefined;
}

export interface MenuLink extends EntryWords {
  readonly kind: 'link';
  readonly href: string;
}

/** One of some options, the chosen one ticked: the theme, the account. */
export interface MenuChoice {
  readonly kind: 'choice';
  readonly id: string;
  readonly label: string;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

export interface Submenu extends EntryWords {
  readonly kind: 'submenu';
  readonly entries: readonly MenuEntry[];
}

export interface MenuProps {
  /** The button that opens it. */
  trigger: ReactElement;
  /** Names the menu where the button's own name does not say it. */
  label?: string | undefined;
  entries: readonly MenuEntry[];
  /** Words above the entries, to be seen only: the button's name says them too. */
  top?: ReactNode;
  placement?: PopoverProps['placement'];
}

export function Menu({ trigger, label, entries, top, placement = 'bottom start' }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="wm-float wm-menu" placement={placement} offset={4}>
        {top ? (
          <div className="wm-menu-top" aria-hidden="true">
            {top}
          </div>
        ) : null}
        <Entries label={label} entries={entries} />
      </Popover>
    </MenuTrigger>
  );
}

function Entries({ label, entries }: Pick<MenuProps, 'label' | 'entries'>) {
  return (
    <AriaMenu className="wm-float-list" {...(label === undefined ? {} : { 'aria-label': label })}>
      {entries.map(renderEntry)}
    </AriaMenu>
  );
}

function renderEntry(entry: MenuEntry): ReactElement {
  switch (entry.kind) {
    case 'separator':
      return <Separator key={entry.id} className="wm-menu-separator" />;
    case 'action':
      return (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          onAction={entry.onAction}
          isDisabled={entry.isDisabled ?? false}
          className={entry.isDanger ? 'wm-menu-item wm-menu-danger' : 'wm-menu-item'}
        >
          {entry.icon}
          <span className="wm-option-words">{entry.label}</span>
          {entry.shortcut ? <KeyCap shortcut={entry.shortcut} /> : null}
        </MenuItem>
      );
    case 'link':
      return (
        <MenuItem
          key={entry.id}
          id={entry.id}
          href={entry.href}
          textValue={entry.label}
          isDisabled={entry.isDisabled ?? false}
          className="wm-menu-item"
        >
          {entry.icon}
          <span className="wm-option-words">{entry.label}</span>
        </MenuItem>
      );
    case 'choice':
      return <ChoiceSection key={entry.id} choice={entry} />;
    case 'submenu':
      return (
        <SubmenuTrigger key={entry.id}>
          <MenuItem
            id={entry.id}
            textValue={entry.label}
            isDisabled={entry.isDisabled ?? false}
            className="wm-menu-item"
          >
            {entry.icon}
            <span className="wm-option-words">{entry.label}</span>
            <ChevronRight className="wm-menu-more" aria-hidden="true" />
          </MenuItem>
          <Popover className="wm-float wm-menu" offset={-2}>
            <Entries label={entry.label} entries={entry.entries} />
          </Popover>
        </SubmenuTrigger>
      );
    default:
      return assertNever(entry);
  }
}

function ChoiceSection({ choice }: { choice: MenuChoice }) {
  return (
    <MenuSection
      id={choice.id}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[choice.value]}
      onSelectionChange={(keys) => {
        for (const key of keys === 'all' ? [] : keys) choice.onChange(String(key));
      }}
    >
      <Header className="wm-menu-header">{choice.label}</Header>
      {choice.options.map((option) => (
        <MenuItem key={option.id} id={option.id} textValue={option.label} className="wm-menu-item">
          {({ isSelected }) => (
            <>
              {option.icon}
              <span className="wm-option-words">{option.label}</span>
              {isSelected ? <Check className="wm-menu-check" aria-hidden="true" /> : null}
            </>
          )}
        </MenuItem>
      ))}
    </MenuSection>
  );
}
