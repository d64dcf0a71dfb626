import { Inbox } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Badge } from '../badge.tsx';
import { Button } from '../button.tsx';
import { EmptyState } from '../empty-state.tsx';
import { ApiFailure } from '../http/api-error.ts';
import { Table } from '../table.tsx';
import type { TableColumn, TableSort } from '../table-types.ts';
import { Tabs } from '../tabs.tsx';
import { Section } from './section.tsx';

interface Sample {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly status: 'Live' | 'Draft' | 'In review';
  readonly runs: number;
}

const SAMPLES: readonly Sample[] = [
  { id: 'a', name: 'Router does not connect', owner: 'Ines Okafor', status: 'Live', runs: 12_840 },
  { id: 'b', name: 'Move house', owner: 'Marta Lindqvist', status: 'In review', runs: 0 },
  { id: 'c', name: 'Report water damage', owner: 'Jürgen Weiß', status: 'Live', runs: 3_102 },
  { id: 'd', name: 'Block a stolen card', owner: 'Ines Okafor', status: 'Draft', runs: 57 },
];
const TONES = { Live: 'success', Draft: 'neutral', 'In review': 'info' } as const;

const COLUMNS: readonly TableColumn<Sample>[] = [
  { id: 'name', header: 'Name', cell: (item) => item.name, isRowHeader: true, isSortable: true },
  { id: 'status', header: 'Status', cell: (item) => <Badge tone={TONES[item.status]}>{item.status}</Badge> },
  { id: 'owner', header: 'Owner', cell: (item) => item.owner, isSortable: true },
  {
    id: 'runs',
    header: 'Sessions',
    cell: (item) => item.runs.toLocaleString('en'),
    isNumber: true,
    isSortable: true,
    footer: SAMPLES.reduce((sum, item) => sum + item.runs, 0).toLocaleString('en'),
  },
];

const EMPTY = (
  <EmptyState icon={<Inbox />} title="No Interactions yet" action={<Button variant="primary">New Interaction</Button>}>
    Start with a sample, or with an empty one.
  </EmptyState>
);

export function Tables() {
  const [tab, setTab] = useState('ready');
  const [sort, setSort] = useState<TableSort>({ column: 'name', direction: 'ascending' });
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set(['c']));
  const items = useMemo(() => sorted(SAMPLES, sort), [sort]);
  const shared = { columns: COLUMNS, getId: (item: Sample) => item.id, empty: EMPTY };
  return (
    <Section title="Tables and tabs">
      <Tabs
        label="States of a table"
        selected={tab}
        onSelect={setTab}
        tabs={[
          {
            id: 'ready',
            label: 'Ready',
            content: (
              <Table
                {...shared}
                label="Interactions"
                state={{ kind: 'ready', items }}
                sort={sort}
                onSort={setSort}
                selection={{ ids, onChange: setIds }}
                onOpen={() => {}}
              />
            ),
          },
          {
            id: 'loading',
            label: 'Loading',
            content: <Table {...shared} label="Loading" state={{ kind: 'loading' }} />,
          },
          {
            id: 'empty',
            label: 'Empty',
            content: <Table {...shared} label="Empty" state={{ kind: 'ready', items: [] }} />,
          },
          {
            id: 'error',
            label: 'Error',
            content: (
              <Table
                {...shared}
                label="Error"
                state={{
                  kind: 'error',
                  error: new ApiFailure({
                    code: 'network.unreachable',
                    status: 0,
                    title: 'The server cannot be reached.',
                    detail: 'Check the connection, then try again.',
                    fields: [],
                  }),
                  onRetry: () => setTab('ready'),
                }}
              />
            ),
          },
          { id: 'off', label: 'Not for you', content: null, isDisabled: true },
        ]}
      />
    </Section>
  );
}

function sorted(items: readonly Sample[], sort: TableSort): readonly Sample[] {
  const direction = sort.direction === 'ascending' ? 1 : -1;
  const compare = (a: Sample, b: Sample) => {
    if (sort.column === 'runs') return a.runs - b.runs;
    return sort.column === 'owner' ? a.owner.localeCompare(b.owner) : a.name.localeCompare(b.name);
  };
  return items.toSorted((a, b) => direction * compare(a, b));
}
