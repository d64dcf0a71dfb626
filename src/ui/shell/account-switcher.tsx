import { ChevronsUpDown } from 'lucide-react';
import { Button } from '../button.tsx';
import { Menu } from '../menu.tsx';
import type { ShellAccount } from './app-shell.tsx';
import './account-switcher.css';

export interface AccountSwitcherProps {
  accounts: readonly ShellAccount[];
  accountId: string;
  onAccountChange: (accountId: string) => void;
}

/** Names the account one works in, and leads to the person's others. */
export function AccountSwitcher({ accounts, accountId, onAccountChange }: AccountSwitcherProps) {
  const current = accounts.find((account) => account.id === accountId);
  if (!current) return null;
  if (accounts.length === 1) return <span className="wm-account wm-account-only">{current.name}</span>;
  return (
    <div className="wm-account">
      <Menu
        trigger={
          <Button variant="quiet" size="small" aria-label={`Account: ${current.name}`}>
            <span className="wm-account-name">
              <span>{current.name}</span>
              <ChevronsUpDown aria-hidden="true" />
            </span>
          </Button>
        }
        entries={[
          {
            kind: 'choice',
            id: 'accounts',
            label: 'Account',
            options: accounts.map(({ id, name }) => ({ id, label: name })),
            value: accountId,
            onChange: onAccountChange,
          },
        ]}
      />
    </div>
  );
}
