import { useInfiniteQuery } from '@tanstack/react-query';
import { Cable } from 'lucide-react';
import { useState } from 'react';
import { type ConnectionLine, connectionRoutes } from '#api/connections.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { connectionAddress } from '../app/addresses.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { AddConnectionDialog } from './add-connection-dialog.tsx';

const COLUMNS: readonly TableColumn<ConnectionLine>[] = [
  {
    id: 'name',
    header: 'Name',
    isRowHeader: true,
    cell: (line) => (
      <span className="wc-name">
        <strong>{line.name}</strong>
        <small>
          <code>{line.key}</code>
        </small>
      </span>
    ),
  },
  { id: 'live', header: 'Live', cell: (line) => <Leads to={line.hosts?.live} /> },
  { id: 'test', header: 'Test', cell: (line) => <Leads to={line.hosts?.test} /> },
  {
    id: 'changed',
    header: 'Changed',
    cell: (line) => (
      <span className="wc-name">
        <Moment at={line.modifiedAt} />
        <small>{line.modifiedBy.name}</small>
      </span>
    ),
  },
];

function Leads({ to }: { readonly to: string | null | undefined }) {
  return to ? <code>{to}</code> : <Badge tone="warning">Not set up</Badge>;
}

/** The ways of the account to outside systems. */
export function Connections() {
  const account = useAccountId();
  const connections = useInfiniteQuery(readingPages(connectionRoutes.list, { account }, {}));
  const items = connections.data?.pages.flatMap((page) => page.items);
  const [isAdding, setAdding] = useState(false);
  return (
    <div className="wc-stack">
      <p className="wc-muted">
        Elements call an outside system by the key of its connection: with the live settings for customers, with the
        test settings in test runs.
      </p>
      <div>
        <Button variant="primary" onPress={() => setAdding(true)}>
          Add a connection
        </Button>
      </div>
      <Table
        label="Connections"
        columns={COLUMNS}
        getId={(line) => line.key}
        getHref={(line) => connectionAddress(account, line.key)}
        state={tableState(connections, items)}
        more={moreOf(connections)}
        empty={
          <EmptyState icon={<Cable />} title="No connections">
            A connection lets Interactions read and write in another system, such as your customer records.
          </EmptyState>
        }
      />
      {isAdding ? <AddConnectionDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
