import type { ReactNode } from 'react';
import { ToastRegion } from '../toast-region.tsx';
import { AccountSwitcher } from './account-switcher.tsx';
import { ProductMark } from './product-mark.tsx';
import { SectionNav } from './section-nav.tsx';
import type { SectionId, ShellAbilities } from './sections.ts';
import { UserMenu } from './user-menu.tsx';
import './app-shell.css';

export interface ShellAccount {
  readonly id: string;
  readonly name: string;
}

export interface ShellUser {
  readonly name: string;
  readonly email: string;
  readonly imageUrl?: string | undefined;
}

export interface AppShellProps {
  user: ShellUser;
  /** All accounts this person belongs to; with one, nothing is there to switch. */
  accounts: readonly ShellAccount[];
  accountId: string;
  onAccountChange: (accountId: string) => void;
  abilities: ShellAbilities;
  active: SectionId;
  onSignOut: () => void;
  /** `page` scrolls as a document; `fixed` fills the window and lets its parts scroll: designer, desk. */
  layout?: 'page' | 'fixed';
  /** Stands in the header beside the navigation: the search of the section, its saved state. */
  tools?: ReactNode;
  children: ReactNode;
}

/** What surrounds every application: product, account, sections, person, notifications. */
export function AppShell(props: AppShellProps) {
  const {
    user,
    accounts,
    accountId,
    onAccountChange,
    abilities,
    active,
    onSignOut,
    layout = 'page',
    tools,
    children,
  } = props;
  return (
    <div className={`wm-shell wm-shell-${layout}`}>
      <a className="wm-shell-skip" href="#main">
        Skip to content
      </a>
      <header className="wm-shell-header">
        <SectionNav abilities={abilities} active={active} look="menu" />
        <ProductMark />
        <AccountSwitcher accounts={accounts} accountId={accountId} onAccountChange={onAccountChange} />
        <SectionNav abilities={abilities} active={active} look="bar" />
        <div className="wm-shell-tools">{tools}</div>
        <UserMenu user={user} onSignOut={onSignOut} />
      </header>
      <main id="main" className="wm-shell-main" tabIndex={-1}>
        {children}
      </main>
      <ToastRegion />
    </div>
  );
}
