import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleQuestionMark } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { RouterProvider } from 'react-aria-components';
import { type SessionBody, sessionRoutes } from '#api/sessions.ts';
import { signInRoutes } from '#api/sign-in.ts';
import type { SessionId } from '#prelude/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { failureWords } from '#ui/http/failure-words.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { AppShell } from '#ui/shell/app-shell.tsx';
import { showToast } from '#ui/toasts.ts';
import { call } from './app/call.ts';
import { goTo, usePlace } from './app/place.ts';
import { type Membership, useWho } from './app/who.ts';
import { HomePage } from './home/home-page.tsx';
import { type OpenSession, useOpenSessions } from './open-sessions.ts';
import { SessionPage } from './session/session-page.tsx';
import { SessionTabs } from './session-tabs.tsx';
import { DESK_KEYS, deskKeyOf } from './shortcuts.ts';

/** Fetched beside the desk, not before it. */
const shortcutSheet = () => import('./shortcut-sheet.tsx');
const ShortcutSheet = lazy(async () => ({ default: (await shortcutSheet()).ShortcutSheet }));

/** The agent's desk: the list to start from, and the calls that are open. */
export function Desk() {
  const { user, account, accounts } = useWho();
  const queries = useQueryClient();
  const place = usePlace();
  const { sessions, put, close } = useOpenSessions(account.id);
  const [sheet, setSheet] = useState(false);
  const shown = place.session as SessionId | undefined;
  const show = (session: SessionId | undefined) => goTo({ account: account.id, session });

  // A link or a reload leads to a session that this tab does not know yet.
  useEffect(() => {
    if (shown !== undefined && !sessions.some(({ id }) => id === shown)) {
      put({ id: shown, name: '', kind: undefined, status: undefined });
    }
  }, [shown, sessions, put]);
  useEffect(() => {
    const name = sessions.find(({ id }) => id === shown)?.name;
    document.title = name ? `${name} · Waymark` : 'Desk · Waymark';
    if (shown === undefined) void queries.invalidateQueries({ queryKey: ['unfinished'] });
  }, [shown, sessions, queries]);

  const opened = (body: SessionBody) => {
    put({ id: body.id, name: body.interaction.name, kind: body.kind, status: body.status });
    show(body.id);
  };
  const again = useMutation({
    mutationFn: async ({ session, key }: { session: SessionId; key: string }) => {
      const before = await call(sessionRoutes.read, { account: account.id, session });
      return call(
        sessionRoutes.start,
        { account: account.id },
        {
          key,
          body: {
            interaction: before.interaction.id,
            kind: before.kind,
            client: 'agent-desk',
            ...(before.kind === 'test' ? { version: before.interaction.version } : {}),
          },
        },
      );
    },
    onSuccess: (body, { session }) => {
      close(session);
      opened(body);
    },
    onError: (error) => showToast({ text: failureWords(error).title, tone: 'danger' }),
  });
  const closeTab = (id: SessionId) => {
    close(id);
    if (id === shown) show(undefined);
  };
  const signOut = useMutation({
    mutationFn: () => call(signInRoutes.signOut, {}),
    onSuccess: () => {
      // What is half typed must not wait for the next person at this machine.
      sessionStorage.clear();
      location.assign('/sign-in');
    },
  });

  useEffect(() => void shortcutSheet().catch(() => undefined), []);
  const keys = useRef<(event: KeyboardEvent) => void>(() => undefined);
  keys.current = (event) => {
    const key = deskKeyOf(event);
    const at = sessions.findIndex(({ id }) => id === shown);
    if (key === 'sheet') setSheet(true);
    else if (key === 'home') show(undefined);
    else if (key === 'nextTab' && sessions.length > 0) show(sessions[(at + 1) % sessions.length]?.id);
    else if (key === 'previousTab' && sessions.length > 0) show(sessions.at(at <= 0 ? -1 : at - 1)?.id);
    else return;
    event.preventDefault();
  };
  useEffect(() => {
    const listen = (event: KeyboardEvent) => keys.current(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);

  return (
    <RouterProvider navigate={(href) => location.assign(href)}>
      <AppShell
        user={user}
        accounts={accounts}
        accountId={account.id}
        onAccountChange={(id) => goTo({ account: id, session: undefined })}
        abilities={shellAbilities(account)}
        active="desk"
        layout="fixed"
        onSignOut={() => signOut.mutate()}
        tools={
          <>
            {account.demo ? <Badge tone="info">Demo data</Badge> : null}
            <IconButton
              label="Keys"
              icon={<CircleQuestionMark />}
              shortcut={DESK_KEYS.sheet.shortcut}
              onPress={() => setSheet(true)}
            />
          </>
        }
      >
        <SessionTabs sessions={sessions} shown={shown} show={show} close={closeTab} />
        <div className="desk-home-place" hidden={shown !== undefined}>
          <HomePage
            isShown={shown === undefined}
            started={opened}
            open={({ id, interaction, kind, status }) => {
              put({ id, name: interaction.name, kind, status });
              show(id);
            }}
          />
        </div>
        {sessions.map(({ id }) => (
          <SessionPage
            key={id}
            id={id}
            isShown={id === shown}
            startsAgain={again.isPending}
            changed={(session: OpenSession) => put(session)}
            startAgain={() => !again.isPending && again.mutate({ session: id, key: crypto.randomUUID() })}
            nextCall={() => {
              close(id);
              show(undefined);
            }}
          />
        ))}
      </AppShell>
      {sheet ? (
        <Suspense fallback={null}>
          <ShortcutSheet close={() => setSheet(false)} />
        </Suspense>
      ) : null}
    </RouterProvider>
  );
}

function shellAbilities({ abilities }: Membership) {
  const may = (permission: Membership['abilities'][number]) => abilities.includes(permission);
  return {
    seeInteractions: may('interactions.read'),
    design: may('working-copies.edit'),
    serve: may('sessions.run'),
    seeReports: may('reports.read'),
    administer: may('users.change') || may('audit.read'),
  };
}
