import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { SearchX, Workflow } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { folderId } from '#api/identifier.ts';
import { type InteractionRow, interactionRoutes } from '#api/interactions.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { Table } from '#ui/table.tsx';
import { administrationAddress, changeRequestsAddress, interactionAddress } from '../app/addresses.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { counted } from '../words/count.ts';
import { interactionColumns } from './columns.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { Filters, type InteractionFilters } from './filters.tsx';
import { MoveDialog } from './move-dialog.tsx';

const route = getRouteApi('/console/interactions');

/** All Interactions of the account: what is live, what waits for somebody, what needs care. */
export function InteractionsPage() {
  const account = useAccountId();
  const { status, folder, text } = route.useSearch();
  const filters: InteractionFilters = useMemo(() => ({ status, folder, text }), [status, folder, text]);
  const navigate = route.useNavigate();
  const change = useCallback(
    (next: InteractionFilters) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true }),
    [navigate],
  );
  const [typed, setTyped] = useState(text ?? '');
  const clear = () => {
    setTyped('');
    change({ status: undefined, folder: undefined, text: undefined });
  };
  const asked = folderId.safeParse(folder);
  const list = useInfiniteQuery(
    readingPages(
      interactionRoutes.list,
      { account },
      { ...(status ? { status } : {}), ...(asked.success ? { folder: asked.data } : {}), ...(text ? { text } : {}) },
    ),
  );
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items), [list.data]);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [deleting, setDeleting] = useState<readonly InteractionRow[] | null>(null);
  const [isMoving, setMoving] = useState(false);
  const chosen = rows?.filter((row) => ticked.has(row.id)) ?? [];
  const columns = useMemo(() => interactionColumns({ onDelete: (row) => setDeleting([row]) }), []);
  const mayChange = useMay('interactions.change');
  const mayDelete = useMay('interactions.delete');
  const untick = () => setTicked(new Set());

  return (
    <Page
      title="Interactions"
      actions={
        <>
          <Link look="secondary" href={changeRequestsAddress(account)}>
            Change requests
          </Link>
          {mayDelete ? (
            <Link look="secondary" href={administrationAddress(account, 'trash')}>
              Trash
            </Link>
          ) : null}
        </>
      }
    >
      <Filters filters={filters} typed={typed} onType={setTyped} onChange={change} />
      {chosen.length > 0 ? (
        <section className="wc-bulk" aria-label="Selected Interactions">
          <span>{counted(chosen.length, 'Interaction')} selected</span>
          {chosen.every((row) => row.abilities.includes('change')) ? (
            <Button size="small" onPress={() => setMoving(true)}>
              Move to folder
            </Button>
          ) : null}
          {chosen.every((row) => row.abilities.includes('delete')) ? (
            <Button size="small" variant="danger" onPress={() => setDeleting(chosen)}>
              Delete
            </Button>
          ) : null}
          <Button size="small" variant="quiet" onPress={untick}>
            Clear selection
          </Button>
        </section>
      ) : null}
      <Table
        label="Interactions"
        columns={columns}
        getId={(row) => row.id}
        state={tableState(list, rows)}
        asked={{ by: [status, folder, text].join(), isAnswered: !list.isPlaceholderData }}
        getHref={(row) => interactionAddress(account, row.id)}
        selection={mayChange || mayDelete ? { ids: ticked, onChange: setTicked } : undefined}
        more={moreOf(list)}
        empty={status || folder || text ? <NoMatch onClear={clear} /> : <NoneYet />}
      />
      {deleting ? (
        <DeleteDialog account={account} interactions={deleting} onClose={() => setDeleting(null)} onDone={untick} />
      ) : null}
      {isMoving ? (
        <MoveDialog
          account={account}
          interactions={chosen.map((row) => row.id)}
          onClose={() => setMoving(false)}
          onDone={untick}
        />
      ) : null}
    </Page>
  );
}

function NoMatch({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={<SearchX />}
      title="No Interaction matches"
      action={<Button onPress={onClear}>Clear filters</Button>}
    >
      Nothing in this account has this status, folder and text together.
    </EmptyState>
  );
}

function NoneYet() {
  const mayDesign = useMay('working-copies.edit');
  return (
    <EmptyState
      icon={<Workflow />}
      title="No Interactions yet"
      action={
        mayDesign ? (
          <Link look="primary" href="/designer">
            Open the designer
          </Link>
        ) : undefined
      }
    >
      Interactions stand here as soon as somebody publishes one from the designer or the command line.
    </EmptyState>
  );
}
