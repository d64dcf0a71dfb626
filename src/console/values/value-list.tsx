import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Plus, SearchX, TextQuote } from 'lucide-react';
import { useState } from 'react';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { valueAddress } from '../app/addresses.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useSearchText } from '../app/use-search-text.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { AddValueDialog } from './add-value-dialog.tsx';
import { TYPE_WORDS, valueLine } from './words.ts';
import './values.css';

const COLUMNS: readonly TableColumn<AccountValue>[] = [
  {
    id: 'name',
    header: 'Value',
    isRowHeader: true,
    cell: (value) => (
      <span className="wc-name">
        <strong>{value.label}</strong>
        <small>
          <code>values.{value.key}</code>
        </small>
      </span>
    ),
  },
  { id: 'type', header: 'Type', cell: (value) => TYPE_WORDS[value.type].label },
  {
    id: 'live',
    header: 'Live',
    cell: (value) => <span className="wc-two-lines">{valueLine(value.type, value.live)}</span>,
  },
  {
    id: 'test',
    header: 'In test runs',
    cell: (value) =>
      value.test === null ? (
        <span className="wc-muted">The same</span>
      ) : (
        <span className="wc-value-test">
          <Badge tone="info">Test</Badge>
          <span className="wc-two-lines">{valueLine(value.type, value.test)}</span>
        </span>
      ),
  },
  {
    id: 'changed',
    header: 'Last changed',
    cell: (value) => (
      <span className="wc-name">
        <Moment at={value.changedAt} />
        <small>{value.changedBy.name}</small>
      </span>
    ),
  },
];

/** Values and texts that all Interactions of the account read. */
export function ValueList() {
  const account = useAccountId();
  const navigate = useNavigate();
  const mayChange = useMay('values.change');
  const { typed, setTyped, text } = useSearchText();
  const [isAdding, setAdding] = useState(false);
  const values = useInfiniteQuery(readingPages(valueRoutes.list, { account }, text === '' ? {} : { text }));
  const items = values.data?.pages.flatMap((page) => page.items);
  const add = (
    <Button variant="primary" icon={<Plus />} onPress={() => setAdding(true)}>
      Add a value
    </Button>
  );
  return (
    <div className="wc-stack">
      <p className="wc-muted wc-values-intro">
        Wording, hours, notices and limits that Interactions of this account share. Texts and rules read them as{' '}
        <code>values.key</code>; a change counts from the next step of every session, without publishing.
      </p>
      <search className="wc-filters">
        <div className="wc-filter-wide">
          <SearchField label="Search values" value={typed} onChange={setTyped} />
        </div>
        {mayChange && items && items.length > 0 ? <div className="wc-filter-act">{add}</div> : null}
      </search>
      <Table
        label="Account values"
        columns={COLUMNS}
        getId={(value) => value.key}
        state={tableState(values, items)}
        asked={{ by: text, isAnswered: !values.isPlaceholderData }}
        getHref={(value) => valueAddress(account, value.key)}
        more={moreOf(values)}
        empty={
          text === '' ? (
            <EmptyState icon={<TextQuote />} title="No values yet" action={mayChange ? add : undefined}>
              Keep here what many Interactions say or compare with, so that it is changed in one place.
            </EmptyState>
          ) : (
            <EmptyState
              icon={<SearchX />}
              title="No value matches"
              action={<Button onPress={() => setTyped('')}>Clear search</Button>}
            >
              No key, name or description holds “{text}”.
            </EmptyState>
          )
        }
      />
      {isAdding ? (
        <AddValueDialog
          onClose={() => setAdding(false)}
          onDone={(value) => void navigate({ to: valueAddress(account, value.key) })}
        />
      ) : null}
    </div>
  );
}
