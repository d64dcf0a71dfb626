import { LogOut, Monitor, Moon, Sun } from 'lucide-react';
import { Button } from 'react-aria-components';
import { Avatar } from '../avatar.tsx';
import { Menu } from '../menu.tsx';
import { THEMES } from '../theme.ts';
import { useTheme } from '../use-theme.ts';
import type { ShellUser } from './app-shell.tsx';
import './user-menu.css';

const THEME_OPTIONS = [
  { id: 'light', label: 'Light', icon: <Sun /> },
  { id: 'dark', label: 'Dark', icon: <Moon /> },
  { id: 'system', label: 'As the system', icon: <Monitor /> },
];

/** The person at work: the theme of the pages, and the way out. */
export function UserMenu({ user, onSignOut }: { user: ShellUser; onSignOut: () => void }) {
  const [theme, setTheme] = useTheme();
  return (
    <Menu
      placement="bottom end"
      label="Your settings"
      top={
        <>
          {user.name}
          <small>{user.email}</small>
        </>
      }
      trigger={
        <Button className="wm-user" aria-label={`${user.name}, ${user.email}`}>
          <Avatar name={user.name} imageUrl={user.imageUrl} isDecorative />
        </Button>
      }
      entries={[
        {
          kind: 'choice',
          id: 'theme',
          label: 'Theme',
          options: THEME_OPTIONS,
          value: theme,
          onChange: (id) => {
            const chosen = THEMES.find((candidate) => candidate === id);
            if (chosen) setTheme(chosen);
          },
        },
        { kind: 'separator', id: 'before-sign-out' },
        { kind: 'action', id: 'sign-out', label: 'Sign out', icon: <LogOut />, onAction: onSignOut },
      ]}
    />
  );
}
