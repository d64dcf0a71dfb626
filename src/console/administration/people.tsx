import { useInfiniteQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { useState } from 'react';
import { type User, userRoutes } from '#api/users.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useSearchText } from '../app/use-search-text.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { AddPersonDialog } from './add-person-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { roleTitles } from './roles-field.tsx';

const COLUMNS: readonly TableColumn<User>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (user) => (
      <span className="wc-name">
        <strong>{user.name}</strong>
        <small>{user.email}</small>
      </span>
    ),
  },
  {
    id: 'roles',
    header: 'Roles',
    cell: (user) => roleTitles(user.roles) || <span className="wc-muted">None: cannot do anything here</span>,
  },
  {
    id: 'state',
    header: 'State',
    cell: (user) => (user.disabled ? <Badge tone="warning">Shut out</Badge> : <Badge tone="success">Active</Badge>),
  },
  { id: 'since', header: 'Here since', cell: (user) => <Moment at={user.createdAt} /> },
];

/** Who belongs to the account, and as what. */
export function People() {
  const account = useAccountId();
  const mayChange = useMay('users.change');
  const { typed, setTyped, text } = useSearchText();
  const users = useInfiniteQuery(readingPages(userRoutes.list, { account }, text === '' ? {} : { text }));
  const items = users.data?.pages.flatMap((page) => page.items);
  const [isAdding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<User | null>(null);
  return (
    <div className="wc-stack">
      <search className="wc-filters">
        <div className="wc-filter-wide">
          <SearchField label="Search people" value={typed} onChange={setTyped} />
        </div>
        {mayChange ? (
          <div className="wc-filter-act">
            <Button variant="primary" onPress={() => setAdding(true)}>
              Add a person
            </Button>
          </div>
        ) : null}
      </search>
      <Table
        label="People of the account"
        columns={COLUMNS}
        getId={(user) => user.id}
        state={tableState(users, items)}
        asked={{ by: text, isAnswered: !users.isPlaceholderData }}
        onOpen={setChosen}
        more={moreOf(users)}
        empty={
          text === '' ? (
            <EmptyState icon={<Users />} title="Nobody belongs to this account" />
          ) : (
            <EmptyState icon={<Users />} title={`Nobody is called “${text}”`}>
              Try a part of the name or of the e-mail address.
            </EmptyState>
          )
        }
      />
      {isAdding ? <AddPersonDialog onClose={() => setAdding(false)} /> : null}
      {chosen ? <PersonDialog user={chosen} onClose={() => setChosen(null)} /> : null}
    </div>
  );
}
