import { useQuery } from '@tanstack/react-query';
import { teamRoutes } from '#api/teams.ts';
import { Banner } from '#ui/banner.tsx';
import { Unread } from '../app/loaded.tsx';
import { useAccountId, useMay, useWho } from '../app/who.tsx';
import { reading } from '../data/reading.ts';

/** Says whose sessions the figures are about, where they are not everybody's. */
export function OwnTeams() {
  const mayAll = useMay('reports.read-all');
  return mayAll ? null : <Teams />;
}

function Teams() {
  const account = useAccountId();
  const { user } = useWho();
  const teams = useQuery(reading(teamRoutes.list, { account }));
  if (!teams.data) return <Unread query={teams} what="The teams that the figures are about" />;
  const names = teams.data.items.flatMap(({ name, members = [] }) =>
    members.some(({ id }) => id === user.id) ? [name] : [],
  );
  if (names.length === 0) {
    return (
      <Banner tone="warning" title="You are in no team yet">
        Figures are about your own sessions alone. An Account Administrator can put you into the teams you look after.
      </Banner>
    );
  }
  return (
    <p className="wc-muted">
      About the sessions of {names.length === 1 ? 'your team' : 'your teams'}: {names.join(', ')}.
    </p>
  );
}
