import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react';
import { type Me, signInRoutes } from '#api/sign-in.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { failedWith, failureWords } from '#ui/http/failure-words.ts';
import { Page } from '#ui/page.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { call, onSignedOut } from './call.ts';
import { goTo, usePlace } from './place.ts';
import { type Membership, type Who, WhoContext } from './who.ts';

/** Fetched beside the desk, not before it: most who come are signed in. */
const signInForm = () => import('#ui/shell/sign-in-form.tsx');
const SignInForm = lazy(async () => ({ default: (await signInForm()).SignInForm }));

/** The account worked in last; the console keeps it under the same key. */
const ACCOUNT_KEY = 'waymark.account';

/**
 * Lets in who is signed in. Somebody who is signed out in the middle of a call signs in over what is open: the sessions
 * below stay as they are.
 */
export function Gate({ children }: { readonly children: ReactNode }) {
  const queries = useQueryClient();
  const me = useQuery({
    queryKey: ['me'],
    queryFn: () => call(signInRoutes.me, {}),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, error) => count < 2 && !failedWith(error, 'sign-in.needed'),
  });
  const [isOut, setOut] = useState(false);
  useEffect(() => onSignedOut(() => setOut(true)), []);
  useEffect(() => void signInForm().catch(() => undefined), []);
  const signIn = useMutation({
    mutationFn: (body: { email: string; password: string }) => call(signInRoutes.signIn, {}, { body }),
    onSuccess: (now) => {
      // Somebody else's sessions must not stay on the screen.
      if (me.data && me.data.user.id !== now.user.id) location.assign('/desk');
      queries.setQueryData(['me'], now);
      setOut(false);
      window.dispatchEvent(new Event(SIGNED_IN));
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'me' });
    },
  });

  if (!me.data && !isOut) {
    if (me.error) return <CannotStart error={me.error} retry={() => void me.refetch()} />;
    return (
      <Page title={<Skeleton width="12rem" height="1.5rem" />}>
        <Skeleton lines={4} height="1.25rem" />
      </Page>
    );
  }
  const problem = signIn.error ? failureWords(signIn.error) : undefined;
  return (
    <>
      {me.data && (
        <div hidden={isOut}>
          <Inside me={me.data}>{children}</Inside>
        </div>
      )}
      {isOut && (
        <Suspense fallback={null}>
          <SignInForm onSubmit={(entered) => signIn.mutate(entered)} isPending={signIn.isPending} problem={problem} />
        </Suspense>
      )}
    </>
  );
}

/** Told to the window when somebody is signed in again: players go on. */
export const SIGNED_IN = 'waymark-signed-in';

function Inside({ me, children }: { readonly me: Me; readonly children: ReactNode }) {
  const place = usePlace();
  const account = chosen(me.accounts, place.account);
  useEffect(() => {
    if (!account) return;
    localStorage.setItem(ACCOUNT_KEY, account.id);
    if (place.account !== account.id) goTo({ ...place, account: account.id }, { replace: true });
  }, [account, place]);
  if (!account) return <MayNotServe />;
  const who: Who = { user: me.user, account, accounts: me.accounts };
  return (
    <WhoContext key={account.id} value={who}>
      {children}
    </WhoContext>
  );
}

/** The account of the address, else the one worked in last, else the first in which one may serve. */
function chosen(accounts: readonly Membership[], asked: string | undefined): Membership | undefined {
  const serving = accounts.filter((account) => account.abilities.includes('sessions.use'));
  const remembered = localStorage.getItem(ACCOUNT_KEY);
  return (
    serving.find(({ id }) => id === asked) ??
    serving.find(({ id }) => id === remembered) ??
    serving.find(({ abilities }) => abilities.includes('sessions.run')) ??
    serving[0]
  );
}

function MayNotServe() {
  return (
    <Page title="Desk" width="narrow">
      <EmptyState
        icon={<UserX />}
        title="You may not work at a desk yet"
        action={<Button onPress={() => location.assign('/console')}>Go to the console</Button>}
      >
        Ask an administrator of your account for the role Agent.
      </EmptyState>
    </Page>
  );
}

function CannotStart({ error, retry }: { readonly error: Error; retry(): void }) {
  return (
    <Page title="Desk" width="narrow">
      <FailureBanner error={error} onRetry={retry} />
    </Page>
  );
}
