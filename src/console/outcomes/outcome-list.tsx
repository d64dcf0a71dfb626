import { useQuery } from '@tanstack/react-query';
import { Flag, Plus, SearchX } from 'lucide-react';
import { useState } from 'react';
import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Table } from '#ui/table.tsx';
import { tableState } from '../app/loaded.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { outcomeColumns } from './columns.tsx';
import { DeleteOutcomeDialog } from './delete-outcome-dialog.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { OutcomeDialog } from './outcome-dialog.tsx';

type Doing = { readonly what: 'add' } | { readonly what: 'edit' | 'merge' | 'delete'; readonly outcome: Outcome };

/** How sessions end: the words that reports count by. */
export function OutcomeList() {
  const account = useAccountId();
  const mayChange = useMay('outcomes.change');
  const [text, setText] = useState('');
  const [doing, setDoing] = useState<Doing | null>(null);
  const query = useQuery(reading(outcomeRoutes.list, { account }));
  const all = query.data?.items;
  const arrange = useWriting(outcomeRoutes.arrange);
  const change = useWriting(outcomeRoutes.change);
  const ofAccount = all?.filter(({ own }) => !own) ?? [];
  const found = (outcomes: readonly Outcome[] | undefined) => outcomes?.filter((outcome) => holds(outcome, text));

  const move = (outcome: Outcome, by: -1 | 1) => {
    const keys = ofAccount.map(({ key }) => key);
    const at = keys.indexOf(outcome.key);
    const order = keys.toSpliced(at, 1).toSpliced(at + by, 0, outcome.key);
    arrange.mutate({ params: { account }, body: { order } });
  };
  const acts = {
    edit: (outcome: Outcome) => setDoing({ what: 'edit', outcome }),
    merge: (outcome: Outcome) => setDoing({ what: 'merge', outcome }),
    remove: (outcome: Outcome) => setDoing({ what: 'delete', outcome }),
    retire: (outcome: Outcome, retired: boolean) =>
      change.mutate({
        params: { account, outcome: outcome.key },
        body: { retired },
        ifMatch: `"${outcome.revision}"`,
      }),
    move,
    canMove: (outcome: Outcome, by: -1 | 1) => {
      const to = ofAccount.indexOf(outcome) + by;
      return text === '' && outcome.abilities.includes('change') && to >= 0 && to < ofAccount.length;
    },
  };
  const close = () => setDoing(null);
  const add = (
    <Button variant="primary" icon={<Plus />} onPress={() => setDoing({ what: 'add' })}>
      Add an outcome
    </Button>
  );
  const columns = outcomeColumns(all ?? [], acts);
  // Those are always offered.
  const ownColumns = columns.filter(({ id }) => id !== 'state');
  const failure = arrange.error ?? change.error;
  return (
    <div className="wc-stack">
      <p className="wc-muted wc-outcomes-intro">
        End elements of all Interactions choose from these; reports count by them. What was ever given is kept: it is
        retired or merged, so that old reports keep their words.
      </p>
      {failure ? <FailureBanner error={failure} /> : null}
      <search className="wc-filters">
        <div className="wc-filter-wide">
          <SearchField label="Search outcomes" value={text} onChange={setText} />
        </div>
        {mayChange && ofAccount.length > 0 ? <div className="wc-filter-act">{add}</div> : null}
      </search>
      <Table
        label="Outcomes of the account"
        columns={columns}
        getId={({ key }) => key}
        state={tableState(query, found(all && ofAccount))}
        {...(mayChange ? { onOpen: acts.edit } : {})}
        empty={
          text === '' ? (
            <EmptyState icon={<Flag />} title="No outcomes yet" action={mayChange ? add : undefined}>
              Sessions end as completed, transferred, quit, timed out or failed until you add outcomes of your own.
            </EmptyState>
          ) : (
            <EmptyState
              icon={<SearchX />}
              title="No outcome matches"
              action={<Button onPress={() => setText('')}>Clear search</Button>}
            />
          )
        }
      />
      <h2>Always there</h2>
      <p className="wc-muted">Sessions end so by themselves. These can be called otherwise.</p>
      <Table
        label="Outcomes that are always there"
        columns={ownColumns}
        getId={({ key }) => key}
        state={tableState(query, found(all?.filter(({ own }) => own)))}
        {...(mayChange ? { onOpen: acts.edit } : {})}
        empty={<EmptyState icon={<SearchX />} title="No outcome matches" />}
      />
      {doing?.what === 'add' ? <OutcomeDialog onClose={close} /> : null}
      {doing?.what === 'edit' ? <OutcomeDialog outcome={doing.outcome} onClose={close} /> : null}
      {doing?.what === 'merge' ? <MergeDialog outcome={doing.outcome} outcomes={all ?? []} onClose={close} /> : null}
      {doing?.what === 'delete' ? (
        <DeleteOutcomeDialog
          outcome={doing.outcome}
          onClose={close}
          onMerge={() => setDoing({ what: 'merge', outcome: doing.outcome })}
        />
      ) : null}
    </div>
  );
}

function holds({ key, label }: Outcome, text: string): boolean {
  const wanted = text.trim().toLowerCase();
  return [key, ...Object.values(label)].some((words) => words.toLowerCase().includes(wanted));
}
