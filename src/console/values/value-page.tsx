import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type AccountValueKey, accountValueKey } from '#api/identifier.ts';
import { type AccountValue, valueRoutes } from '#api/values.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Button } from '#ui/button.tsx';
import { Page } from '#ui/page.tsx';
import { administrationAddress } from '../app/addresses.ts';
import { NotFound } from '../app/dead-ends.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { DeleteValueDialog } from './delete-value-dialog.tsx';
import { ValueForm } from './value-form.tsx';
import { ValueHistory } from './value-history.tsx';
import { ValueUses } from './value-uses.tsx';
import { TYPE_WORDS } from './words.ts';
import './values.css';

const route = getRouteApi('/console/administration/values/$value');

/** One account value: what it is now, who reads it, and what it was. */
export function ValuePage() {
  const key = accountValueKey.safeParse(route.useParams().value);
  return key.success ? <Asked key={key.data} value={key.data} /> : <NotFound />;
}

function Asked({ value }: { readonly value: AccountValueKey }) {
  const account = useAccountId();
  const query = useQuery(reading(valueRoutes.read, { account, value }));
  if (!query.data) {
    return (
      <Page title="Value">
        <Loaded query={query} lines={8}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  return <Known value={query.data} />;
}

function Known({ value }: { readonly value: AccountValue }) {
  const account = useAccountId();
  const navigate = useNavigate();
  const [isDeleting, setDeleting] = useState(false);
  const list = administrationAddress(account, 'values');
  return (
    <Page
      title={value.label}
      subtitle={
        <span className="wc-row">
          <code>values.{value.key}</code>
          <span>{TYPE_WORDS[value.type].label}</span>
        </span>
      }
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          crumbs={[
            { id: 'values', label: 'Values', href: list },
            { id: 'here', label: value.label },
          ]}
        />
      }
      actions={
        value.abilities.includes('delete') ? <Button onPress={() => setDeleting(true)}>Delete</Button> : undefined
      }
    >
      <div className="wc-value-columns">
        <ValueForm value={value} />
        <div className="wc-stack">
          <section className="wc-card wc-stack">
            <h2>Used in</h2>
            <ValueUses value={value.key} />
          </section>
          <section className="wc-card wc-stack">
            <h2>History</h2>
            <ValueHistory value={value} />
          </section>
        </div>
      </div>
      {isDeleting ? (
        <DeleteValueDialog
          value={value}
          onClose={() => setDeleting(false)}
          onDone={() => void navigate({ to: list })}
        />
      ) : null}
    </Page>
  );
}
