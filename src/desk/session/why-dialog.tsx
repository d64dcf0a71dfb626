import { useQuery } from '@tanstack/react-query';
import { sessionRoutes } from '#api/sessions.ts';
import type { SessionId } from '#prelude/ids.ts';
import { Dialog } from '#ui/dialog.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Reasons } from '#ui/reasons.tsx';
import { whyTitle } from '#ui/run-acts.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { call } from '../app/call.ts';
import { whenText } from '../app/clock.ts';
import { useWho } from '../app/who.ts';

interface WhyDialogProps {
  readonly session: SessionId;
  readonly page: { readonly n: number; readonly name: string };
  close(): void;
}

/** What led to the page in sight: the answers, rules and values on the way from the page before. */
export function WhyDialog({ session, page, close }: WhyDialogProps) {
  const { account } = useWho();
  const why = useQuery({
    queryKey: ['why', account.id, session, page.n],
    queryFn: ({ signal }) =>
      call(sessionRoutes.why, { account: account.id, session }, { query: { visit: page.n }, signal }),
    gcTime: 0,
  });
  return (
    <Dialog title={whyTitle(page.name)} isOpen onClose={close}>
      <div aria-live="polite" aria-busy={why.isPending}>
        {why.data ? (
          <Reasons
            reasons={why.data.items.map(({ words, by, at }, n, all) => ({
              words,
              // What one step made is told under one heading.
              about: at === all[n - 1]?.at ? undefined : `${by?.name ?? 'The server'}, ${whenText(at, Date.now())}`,
            }))}
            none="Nothing is written down of the way to this page."
          />
        ) : why.error ? (
          <FailureBanner error={why.error} onRetry={() => void why.refetch()} />
        ) : (
          <Skeleton lines={3} height="1.25rem" />
        )}
      </div>
    </Dialog>
  );
}
