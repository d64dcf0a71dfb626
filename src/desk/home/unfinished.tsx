import { useQuery } from '@tanstack/react-query';
import { CirclePause, CirclePlay } from 'lucide-react';
import { type SessionRow, sessionRoutes } from '#api/sessions.ts';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { List } from '#ui/list.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { call } from '../app/call.ts';
import { useNow, whenText } from '../app/clock.ts';
import { useWho } from '../app/who.ts';
import { KindBadge } from '../kind-badge.tsx';

/** Of each status; whoever has more finds the rest in the console. */
const AT_ONCE = 25;

/** Sessions that wait to be gone on with: one's own that are paused or were left, and what was handed to one's teams. */
export function Unfinished({ open }: { open(session: SessionRow): void }) {
  const { account, user } = useWho();
  const now = useNow(false);
  const sessions = useQuery({
    queryKey: ['unfinished', account.id],
    queryFn: async ({ signal }) => {
      const [waiting, paused] = await Promise.all(
        (['waiting', 'paused'] as const).map((status) =>
          call(
            sessionRoutes.list,
            { account: account.id },
            { query: { mine: 'true', status, limit: AT_ONCE }, signal },
          ),
        ),
      );
      return [...(paused?.items ?? []), ...(waiting?.items ?? [])].sort((a, b) => b.changedAt - a.changedAt);
    },
    refetchOnMount: 'always',
  });
  return (
    <section className="desk-unfinished" aria-labelledby="unfinished">
      <h2 id="unfinished">Go on with</h2>
      {sessions.error && !sessions.data ? (
        <FailureBanner error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : !sessions.data ? (
        <Skeleton lines={3} height="1.25rem" />
      ) : (
        <List
          label="Unfinished sessions"
          empty={<p className="desk-nothing">No session is paused or unfinished.</p>}
          onOpen={(id) => {
            const chosen = sessions.data.find((each) => each.id === id);
            if (chosen) open(chosen);
          }}
          items={sessions.data.map((session) => ({
            id: session.id,
            title: session.interaction.name,
            spoken: [
              session.interaction.name,
              waitsAs(session, user.id),
              session.at ? `at ${session.at.name}` : '',
              session.kind === 'live' ? '' : session.kind,
              whenText(session.changedAt, now),
            ]
              .filter((part) => part !== '')
              .join(', '),
            icon:
              session.status === 'paused' ? (
                <CirclePause aria-label="Paused" />
              ) : (
                <CirclePlay aria-label="Unfinished" />
              ),
            description: `${waitsAs(session, user.id)} ${session.at ? `at ${session.at.name}` : ''}`,
            trailing: (
              <>
                <KindBadge kind={session.kind} />
                {whenText(session.changedAt, now)}
              </>
            ),
          }))}
        />
      )}
    </section>
  );
}

/** How it came to wait. What nobody of the team has taken yet belongs to nobody. */
function waitsAs({ status, agent }: SessionRow, me: string): string {
  if (agent.id !== me) return 'Handed to your team';
  return status === 'paused' ? 'Paused' : 'Left';
}
