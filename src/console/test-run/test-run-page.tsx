import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import * as z from 'zod';
import { interactionId } from '#api/identifier.ts';
import { type VersionDetail, versionRoutes } from '#api/versions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Page } from '#ui/page.tsx';
import { interactionAddress, interactionsAddress } from '../app/addresses.ts';
import { NotFound } from '../app/dead-ends.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { reading } from '../data/reading.ts';
import { HeldUpBanner } from '../versions/held-up.tsx';
import { StatusBadge } from '../versions/status.tsx';
import { VersionActions } from '../versions/version-actions.tsx';
import { TestRun } from './test-run.tsx';

const route = getRouteApi('/console/interactions/$interaction/versions/$version/test');
const asked = z.object({ interaction: interactionId, version: z.coerce.number().int().min(1) });

/** Runs a version from the server as its people will, with comments tied to what is on screen. */
export function TestRunPage() {
  const params = asked.safeParse(route.useParams());
  return params.success ? <Asked {...params.data} /> : <NotFound />;
}

function Asked({ interaction, version }: { readonly interaction: InteractionId; readonly version: number }) {
  const account = useAccountId();
  const query = useQuery(reading(versionRoutes.read, { account, interaction, version }));
  if (!query.data) {
    return (
      <Page title={`Test of version ${version}`}>
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  return <Known version={query.data} />;
}

function Known({ version }: { readonly version: VersionDetail }) {
  const account = useAccountId();
  const { id, name } = version.interaction;
  return (
    <Page
      title={`Test of ${name}, version ${version.number}`}
      subtitle={
        <span className="wc-row">
          <StatusBadge status={version.status} />
          <span>Test runs are kept out of all reports.</span>
        </span>
      }
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          crumbs={[
            { id: 'interactions', label: 'Interactions', href: interactionsAddress(account) },
            { id: 'interaction', label: name, href: interactionAddress(account, id, 'versions') },
            { id: 'here', label: 'Test' },
          ]}
        />
      }
      actions={<VersionActions version={version} hasTest={false} />}
    >
      <HeldUpBanner version={version} />
      <TestRun version={version} />
    </Page>
  );
}
