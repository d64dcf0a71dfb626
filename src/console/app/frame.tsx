import { useMutation } from '@tanstack/react-query';
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Permission } from '#api/permissions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import { Badge } from '#ui/badge.tsx';
import { AppShell } from '#ui/shell/app-shell.tsx';
import type { SectionId, ShellAbilities } from '#ui/shell/sections.ts';
import { call } from '../data/call.ts';
import { useLive } from '../data/live.ts';
import { useArrival } from './arrival.ts';
import { rememberAccount } from './chosen-account.ts';
import { useWho, type Who, WhoContext } from './who.tsx';

/** What surrounds every page of the console. */
export function Frame({ who, accounts }: { readonly who: Who; readonly accounts: readonly Who['account'][] }) {
  const { user, account } = who;
  const navigate = useNavigate();
  const { pathname } = useLocation();
  useArrival();
  const signOut = useMutation({
    mutationFn: () => call(signInRoutes.signOut, {}),
    onSuccess: () => location.assign('/sign-in'),
  });
  return (
    <WhoContext value={who}>
      <Listening>
        <AppShell
          user={user}
          accounts={accounts}
          accountId={account.id}
          onAccountChange={(id) => {
            const chosen = accounts.find((candidate) => candidate.id === id);
            if (!chosen) return;
            rememberAccount(chosen.id);
            void navigate({ to: '/console', search: { account: chosen.id } });
          }}
          abilities={shellAbilities(account.abilities)}
          active={sectionOf(pathname)}
          onSignOut={() => signOut.mutate()}
          tools={account.demo ? <Badge tone="info">Demo data</Badge> : null}
        >
          <Outlet key={account.id} />
        </AppShell>
      </Listening>
    </WhoContext>
  );
}

function Listening({ children }: { readonly children: ReactNode }) {
  useLive(useWho().account.id);
  return children;
}

export function shellAbilities(abilities: readonly Permission[]): ShellAbilities {
  const may = (permission: Permission) => abilities.includes(permission);
  return {
    seeInteractions: may('interactions.read'),
    design: may('working-copies.edit'),
    serve: may('sessions.run'),
    seeReports: may('reports.read'),
    administer: may('users.change') || may('audit.read'),
  };
}

function sectionOf(pathname: string): SectionId {
  if (pathname.startsWith('/console/administration')) return 'administration';
  if (pathname === '/console/reports' || pathname.startsWith('/console/sessions')) return 'reports';
  return 'interactions';
}
