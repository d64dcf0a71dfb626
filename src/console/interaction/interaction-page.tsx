import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { interactionId } from '#api/identifier.ts';
import { type InteractionRow, interactionRoutes } from '#api/interactions.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { Banner } from '#ui/banner.tsx';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { type TabItem, Tabs } from '#ui/tabs.tsx';
import { designerAddress, type InteractionTab, interactionsAddress } from '../app/addresses.ts';
import { NotFound } from '../app/dead-ends.tsx';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { ChangeRequestsTab } from '../change-requests/change-requests-tab.tsx';
import { reading } from '../data/reading.ts';
import { Statuses } from '../interactions/columns.tsx';
import { ReportsTab } from '../reports/reports-tab.tsx';
import { ReviewTab } from '../review/review-tab.tsx';
import { counted } from '../words/count.ts';
import { HistoryTab } from './history-tab.tsx';
import { OverviewTab } from './overview-tab.tsx';
import { VersionsTab } from './versions-tab.tsx';

const PART_WORDS = {
  overview: 'Overview',
  versions: 'Versions',
  review: 'Review',
  reports: 'Reports',
  'change-requests': 'Change requests',
  history: 'History',
} as const satisfies Record<InteractionTab, string>;

const route = getRouteApi('/console/interactions/$interaction/$tab');

/** One Interaction with all that belongs to it. */
export function InteractionPage() {
  const id = interactionId.safeParse(route.useParams().interaction);
  return id.success ? <Asked id={id.data} /> : <NotFound />;
}

function Asked({ id }: { readonly id: InteractionId }) {
  const account = useAccountId();
  const query = useQuery(reading(interactionRoutes.read, { account, interaction: id }));
  if (query.data) return <Known row={query.data} />;
  return (
    <Page title="Interaction">
      <Loaded query={query}>{() => null}</Loaded>
    </Page>
  );
}

function Known({ row }: { readonly row: InteractionRow }) {
  const account = useAccountId();
  const { tab } = route.useParams();
  const navigate = route.useNavigate();
  const mayDesign = useMay('working-copies.edit');
  const mayReport = useMay('reports.read');
  const mayAudit = useMay('audit.read');
  const tabs: (TabItem<InteractionTab> | false)[] = [
    { id: 'overview', label: PART_WORDS.overview, content: <OverviewTab row={row} /> },
    { id: 'versions', label: PART_WORDS.versions, content: <VersionsTab row={row} /> },
    { id: 'review', label: PART_WORDS.review, content: <ReviewTab row={row} /> },
    mayReport && { id: 'reports', label: PART_WORDS.reports, content: <ReportsTab row={row} /> },
    {
      id: 'change-requests',
      label:
        row.openChangeRequests > 0
          ? `${PART_WORDS['change-requests']} (${row.openChangeRequests})`
          : PART_WORDS['change-requests'],
      content: <ChangeRequestsTab row={row} />,
    },
    mayAudit && { id: 'history', label: PART_WORDS.history, content: <HistoryTab row={row} /> },
  ];
  const shown = tabs.filter((one) => one !== false);
  return (
    <Page
      title={row.name}
      part={PART_WORDS[shown.some((one) => one.id === tab) ? tab : 'overview']}
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          crumbs={[
            { id: 'interactions', label: 'Interactions', href: interactionsAddress(account) },
            { id: 'here', label: row.name },
          ]}
        />
      }
      subtitle={
        <span className="wc-row">
          <Statuses row={row} />
          <span>{counted(row.sessionsLastWeek, 'session')} in the last 7 days</span>
        </span>
      }
      actions={
        mayDesign && row.trashedAt === null ? (
          <Link look="secondary" href={designerAddress(account, row.id)}>
            Open in the designer
          </Link>
        ) : null
      }
    >
      {row.trashedAt === null ? null : (
        <Banner tone="warning" title="This Interaction is in the trash">
          No new session can start. It can be restored from the trash.
        </Banner>
      )}
      <Tabs<InteractionTab>
        label={`Parts of ${row.name}`}
        tabs={shown}
        selected={shown.some((one) => one.id === tab) ? tab : 'overview'}
        onSelect={(next) =>
          void navigate({ params: (now) => ({ ...now, tab: next }), search: (now) => ({ account: now.account }) })
        }
      />
    </Page>
  );
}
