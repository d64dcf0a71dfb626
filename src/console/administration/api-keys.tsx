import { useInfiniteQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import { useState } from 'react';
import { type ApiKey, apiKeyRoutes } from '#api/api-keys.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { showToast } from '#ui/toasts.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { MakeKeyDialog } from './make-key-dialog.tsx';
import { roleTitles } from './roles-field.tsx';

function columns(onWithdraw: (key: ApiKey) => void): readonly TableColumn<ApiKey>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      isRowHeader: true,
      cell: (key) => (
        <span className="wc-name">
          <strong>{key.name}</strong>
          <small>
            <code>{key.begins}…</code>
          </small>
        </span>
      ),
    },
    { id: 'roles', header: 'Roles', cell: (key) => roleTitles(key.roles) },
    {
      id: 'made',
      header: 'Made',
      cell: (key) => (
        <span className="wc-name">
          <Moment at={key.createdAt} />
          <small>{key.createdBy.name}</small>
        </span>
      ),
    },
    {
      id: 'used',
      header: 'Last used',
      cell: (key) =>
        key.lastUsedAt === null ? <span className="wc-muted">Never</span> : <Moment at={key.lastUsedAt} />,
    },
    {
      id: 'actions',
      header: 'Actions',
      isHeaderHidden: true,
      cell: (key) => (
        <Button size="small" onPress={() => onWithdraw(key)} aria-label={`Withdraw ${key.name}`}>
          Withdraw
        </Button>
      ),
    },
  ];
}

/** Keys with which programs use the account. */
export function ApiKeys() {
  const account = useAccountId();
  const keys = useInfiniteQuery(readingPages(apiKeyRoutes.list, { account }, {}));
  const items = keys.data?.pages.flatMap((page) => page.items);
  const [isMaking, setMaking] = useState(false);
  const [withdrawing, setWithdrawing] = useState<ApiKey | null>(null);
  const withdraw = useWriting(apiKeyRoutes.withdraw, () => {
    showToast({ text: 'API key withdrawn' });
    setWithdrawing(null);
  });
  return (
    <div className="wc-stack">
      <div>
        <Button variant="primary" onPress={() => setMaking(true)}>
          Make an API key
        </Button>
      </div>
      <Table
        label="API keys"
        columns={columns(setWithdrawing)}
        getId={(key) => key.id}
        state={tableState(keys, items)}
        more={moreOf(keys)}
        empty={
          <EmptyState icon={<KeyRound />} title="No API keys">
            A key lets a program start sessions, publish or read reports, with the roles you give it.
          </EmptyState>
        }
      />
      {isMaking ? <MakeKeyDialog onClose={() => setMaking(false)} /> : null}
      {withdrawing ? (
        <ConfirmDialog
          title={`Withdraw “${withdrawing.name}”?`}
          confirmLabel="Withdraw key"
          isOpen
          isDestructive
          isPending={withdraw.isPending}
          onCancel={() => setWithdrawing(null)}
          onConfirm={() => withdraw.mutate({ params: { account, key: withdrawing.id } })}
        >
          <div className="wc-stack">
            <p>Programs that use it are refused from now on. It cannot be brought back.</p>
            {withdraw.error ? <FailureBanner error={withdraw.error} /> : null}
          </div>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}
