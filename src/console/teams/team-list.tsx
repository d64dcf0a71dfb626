import { useQuery } from '@tanstack/react-query';
import { UsersRound } from 'lucide-react';
import { useState } from 'react';
import { type Team, teamRoutes } from '#api/teams.ts';
import type { TeamId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { RowName } from '../app/row-name.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { AddTeamDialog } from './add-team-dialog.tsx';
import { DeleteTeamDialog } from './delete-team-dialog.tsx';
import { TeamDialog } from './team-dialog.tsx';
import { memberWords } from './words.ts';

const COLUMNS: readonly TableColumn<Team>[] = [
  { id: 'name', header: 'Team', isRowHeader: true, cell: (team) => <RowName>{team.name}</RowName> },
  {
    id: 'members',
    header: 'People',
    cell: (team) => memberWords(team) ?? <span className="wc-muted">Nobody yet: sessions would wait for ever</span>,
  },
  { id: 'since', header: 'Here since', cell: (team) => <Moment at={team.createdAt} /> },
];

/** The teams of the account, with who is in them. */
export function TeamList() {
  const account = useAccountId();
  const mayChange = useMay('teams.change');
  const teams = useQuery(reading(teamRoutes.list, { account }));
  const [isAdding, setAdding] = useState(false);
  const [opened, setOpened] = useState<TeamId | null>(null);
  const [deleting, setDeleting] = useState<Team | null>(null);
  // What is shown follows what was read last, so that people who were put in stand there at once.
  const team = teams.data?.items.find(({ id }) => id === opened);
  return (
    <div className="wc-stack">
      <p className="wc-muted">
        Sessions can be handed to a team; whoever of it takes one first has it. Supervisors see the sessions and reports
        of the teams that they are in.
      </p>
      {mayChange ? (
        <div>
          <Button variant="primary" onPress={() => setAdding(true)}>
            Add a team
          </Button>
        </div>
      ) : null}
      <Table
        label="Teams of the account"
        columns={COLUMNS}
        getId={({ id }) => id}
        state={tableState(teams, teams.data?.items)}
        onOpen={({ id }) => setOpened(id)}
        empty={
          <EmptyState icon={<UsersRound />} title="No teams yet">
            {mayChange
              ? 'Add one for each group of people that works together, and put their supervisor into it too.'
              : 'An Account Administrator can add them.'}
          </EmptyState>
        }
      />
      {isAdding ? (
        <AddTeamDialog
          onClose={() => setAdding(false)}
          onAdded={({ id }) => {
            setAdding(false);
            setOpened(id);
          }}
        />
      ) : null}
      {team && !deleting ? (
        <TeamDialog key={team.id} team={team} onClose={() => setOpened(null)} onDelete={() => setDeleting(team)} />
      ) : null}
      {deleting ? (
        <DeleteTeamDialog
          team={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            setDeleting(null);
            setOpened(null);
          }}
        />
      ) : null}
    </div>
  );
}
