import { useMutation } from '@tanstack/react-query';
import { Compass, UserX } from 'lucide-react';
import { signInRoutes } from '#api/sign-in.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { call } from '../data/call.ts';

export function NotFound() {
  return (
    <Page title="There is no such page" width="narrow">
      <EmptyState
        icon={<Compass />}
        title="Nothing stands at this address"
        action={
          <Link look="primary" href="/console">
            Go to the console
          </Link>
        }
      >
        Check the address, or start from the console.
      </EmptyState>
    </Page>
  );
}

/** Signed in, but in no account. */
export function NoAccount({ name }: { readonly name: string }) {
  const signOut = useMutation({
    mutationFn: () => call(signInRoutes.signOut, {}),
    onSuccess: () => location.assign('/sign-in'),
  });
  return (
    <Page title={name} width="narrow">
      <EmptyState
        icon={<UserX />}
        title="You belong to no account yet"
        action={<Button onPress={() => signOut.mutate()}>Sign out</Button>}
      >
        Ask an administrator to add you to an account, then sign in again.
      </EmptyState>
    </Page>
  );
}

export function CannotStart({ error }: { readonly error: unknown }) {
  return (
    <Page title="Waymark" width="narrow">
      <FailureBanner
        error={error instanceof Error ? error : new Error(String(error))}
        onRetry={() => location.reload()}
      />
    </Page>
  );
}
