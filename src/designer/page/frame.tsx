import type { ReactNode } from 'react';
import { signInRoutes } from '#api/sign-in.ts';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Link } from '#ui/link.tsx';
import { AppShell } from '#ui/shell/app-shell.tsx';
import { ProductMark } from '#ui/shell/product-mark.tsx';
import { ToastRegion } from '#ui/toast-region.tsx';
import { call } from '../server/call.ts';
import { useAccount, useWho } from '../server/who.tsx';
import './frame.css';

export interface FrameProps {
  layout: 'page' | 'fixed';
  children: ReactNode;
}

/** What surrounds the designer: the shell of all applications, or a small head where there is no server. */
export function Frame({ layout, children }: FrameProps) {
  const who = useWho();
  const [account, setAccount] = useAccount();
  // Asked once, for a moment: what stood here would be taken down again.
  if (who.kind === 'asking') return null;
  if (who.kind === 'signed-in' && account !== undefined) {
    const abilities = new Set(who.me.accounts.find(({ id }) => id === account)?.abilities);
    return (
      <AppShell
        layout={layout}
        active="designer"
        user={who.me.user}
        accounts={who.me.accounts}
        accountId={account}
        onAccountChange={(id) => {
          const chosen = who.me.accounts.find((candidate) => candidate.id === id);
          if (chosen) setAccount(chosen.id);
        }}
        abilities={{
          seeInteractions: abilities.has('interactions.read'),
          design: abilities.has('working-copies.edit'),
          serve: abilities.has('sessions.run'),
          seeReports: abilities.has('reports.read'),
          administer: abilities.has('users.read'),
        }}
        onSignOut={() => void call(signInRoutes.signOut, {}).then(() => location.assign('/sign-in'))}
      >
        {children}
      </AppShell>
    );
  }
  return (
    <div className={`designer-frame designer-frame-${layout}`}>
      {layout === 'fixed' ? null : (
        <header className="designer-frame-head">
          <ProductMark href="/designer" />
          {who.kind === 'signed-out' ? (
            <Link href={`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`}>Sign in</Link>
          ) : null}
        </header>
      )}
      <main className="designer-frame-main" id="main">
        {who.kind === 'unknown' ? (
          <FailureBanner error={who.error} what="What is kept for you on the server" onRetry={who.again} />
        ) : null}
        {children}
      </main>
      <ToastRegion />
    </div>
  );
}
