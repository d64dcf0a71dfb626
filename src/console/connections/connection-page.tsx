import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { connectionRoutes } from '#api/connections.ts';
import { connectionKey } from '#api/identifier.ts';
import type { ConnectionKey } from '#prelude/ids.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Button } from '#ui/button.tsx';
import { failedWith } from '#ui/http/failure-words.ts';
import { Page } from '#ui/page.tsx';
import { administrationAddress } from '../app/addresses.ts';
import { NotFound } from '../app/dead-ends.tsx';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingTagged } from '../data/reading.ts';
import { ConnectionForm } from './connection-form.tsx';
import { DeleteConnectionDialog } from './delete-connection-dialog.tsx';
import { TryConnection } from './try-connection.tsx';
import { WhereUsed } from './where-used.tsx';

const route = getRouteApi('/console/administration/connections/$connection');

/** One connection: its settings, a trial, where it is used. */
export function ConnectionPage() {
  const key = connectionKey.safeParse(route.useParams().connection);
  return key.success ? <Asked connection={key.data} /> : <NotFound />;
}

function Asked({ connection }: { readonly connection: ConnectionKey }) {
  const account = useAccountId();
  const query = useQuery(readingTagged(connectionRoutes.read, { account, connection }));
  const [begun, setBegun] = useState(0);
  const beginAnew = () => setBegun((times) => times + 1);
  const [isDeleting, setDeleting] = useState(false);
  if (failedWith(query.error, 'not-found')) return <NotFound />;
  const known = query.data?.value;
  return (
    <Page
      title={known?.name ?? 'Connection'}
      width="narrow"
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          crumbs={[
            { id: 'connections', label: 'Connections', href: administrationAddress(account, 'connections') },
            { id: 'here', label: known?.name ?? connection },
          ]}
        />
      }
      subtitle={
        known ? (
          <span className="wc-row">
            <code>{known.key}</code>
            <span>
              Changed <Moment at={known.modifiedAt} /> by {known.modifiedBy.name}
            </span>
          </span>
        ) : null
      }
      actions={known?.abilities.includes('delete') ? <Button onPress={() => setDeleting(true)}>Delete …</Button> : null}
    >
      <Loaded query={query} lines={8}>
        {(read) => (
          <div className="wc-stack">
            <ConnectionForm
              key={begun}
              read={read}
              onSaved={beginAnew}
              onReload={() => void query.refetch().then(beginAnew)}
            />
            <TryConnection connection={read.value} />
            <WhereUsed connection={connection} />
          </div>
        )}
      </Loaded>
      {isDeleting && known ? <DeleteConnectionDialog connection={known} onClose={() => setDeleting(false)} /> : null}
    </Page>
  );
}
