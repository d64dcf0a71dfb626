import { useInfiniteQuery } from '@tanstack/react-query';
import { SearchX, X } from 'lucide-react';
import { elementId } from '#api/identifier.ts';
import { reportRoutes } from '#api/reports.ts';
import type { AnswerOf } from '#api/route.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Switch } from '#ui/switch.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn } from '#ui/table-types.ts';
import { sessionAddress } from '../app/addresses.ts';
import { moreOf, tableState } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { elementName, useInteractionFile } from '../data/interaction-file.ts';
import { readingPages } from '../data/reading.ts';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { durationWords } from '../words/duration.ts';
import { CHANNEL_WORDS, CLIENT_WORDS, exitWords, SESSION_STATUS_WORDS, WENT_WORDS } from '../words/names.ts';
import type { ReportProps } from './report-props.ts';

type Row = AnswerOf<typeof reportRoutes.sessions>['items'][number];

/** The sessions behind a number. */
export function SessionsView({ row, search, cut, onChange }: ReportProps) {
  const account = useAccountId();
  const file = useInteractionFile(account, row.id, row.live ?? row.newest.number);
  const element = elementId.safeParse(search.element);
  const outcomeWords = useOutcomeWords();
  const sessions = useInfiniteQuery(
    readingPages(
      reportRoutes.sessions,
      { account },
      {
        interaction: row.id,
        ...cut,
        ...(element.success ? { element: element.data } : {}),
        ...(search.exit ? { exit: search.exit } : {}),
        ...(search.outcome ? { outcome: search.outcome } : {}),
        ...(search.went ? { went: search.went } : {}),
        ...(search.slowest ? { slowest: 'true' } : {}),
      },
    ),
  );
  const items = sessions.data?.pages.flatMap((page) => page.items);
  const filters = [
    element.success && {
      key: 'element',
      words: `At “${elementName(file.data, element.data)}”`,
      without: { element: undefined, exit: undefined },
    },
    search.exit !== undefined && {
      key: 'exit',
      words: `Left by: ${exitWords(search.exit)}`,
      without: { exit: undefined },
    },
    search.outcome !== undefined && {
      key: 'outcome',
      words: `Outcome: ${outcomeWords(search.outcome)}`,
      without: { outcome: undefined },
    },
    search.went !== undefined && {
      key: 'went',
      words: WENT_WORDS[search.went],
      without: { went: undefined },
    },
  ].filter((one) => one !== false);
  return (
    <div className="wc-stack">
      <div className="wc-row">
        {filters.map(({ key, words, without }) => (
          <Button
            key={key}
            size="small"
            icon={<X aria-hidden="true" />}
            aria-label={`Remove filter: ${words}`}
            onPress={() => onChange(without)}
          >
            {words}
          </Button>
        ))}
        <Switch
          isSelected={search.slowest === 'yes'}
          onChange={(isSlowest) => onChange({ slowest: isSlowest ? 'yes' : undefined })}
        >
          Slowest first
        </Switch>
      </div>
      {items?.some(({ abilities }) => !abilities.includes('steps')) ? <StepsWithheld /> : null}
      <Table
        label="Sessions"
        columns={columns(element.success, outcomeWords)}
        getId={(session) => session.id}
        state={tableState(sessions, items)}
        getHref={(session) => (session.abilities.includes('steps') ? sessionAddress(account, session.id) : undefined)}
        asked={{
          by: [search.slowest, ...filters.map(({ words }) => words)].join(),
          isAnswered: !sessions.isPlaceholderData,
        }}
        more={moreOf(sessions)}
        empty={
          <EmptyState icon={<SearchX />} title="No sessions match">
            Remove a filter above, or choose a longer period.
          </EmptyState>
        }
      />
    </div>
  );
}

/** Why a session that is listed cannot be looked at, and who can. */
function StepsWithheld() {
  const mayDesign = useMay('working-copies.edit');
  return (
    <p className="wc-muted">
      The steps of a session hold what the customer answered. Analysts and administrators see those of everybody,
      supervisors those of their own teams; the other rows do not open.
      {mayDesign ? ' To keep a session as a test, ask for one of these roles beside your own.' : null}
    </p>
  );
}

function columns(isAtElement: boolean, outcomeWords: (outcome: string) => string): readonly TableColumn<Row>[] {
  return [
    {
      id: 'started',
      header: 'Started',
      isRowHeader: true,
      cell: (session) => <Moment at={session.startedAt} as="when" />,
    },
    {
      id: 'outcome',
      header: 'Outcome',
      cell: (session) =>
        session.outcome === null ? (
          <Badge tone="info">{SESSION_STATUS_WORDS[session.status]}</Badge>
        ) : (
          outcomeWords(session.outcome)
        ),
    },
    {
      id: 'time',
      header: isAtElement ? 'Time here' : 'Time in use',
      isNumber: true,
      cell: (session) => durationWords(session.active),
    },
    { id: 'version', header: 'Version', isNumber: true, cell: (session) => session.interaction.version },
    { id: 'client', header: 'Client', cell: (session) => CLIENT_WORDS[session.client] },
    {
      id: 'channel',
      header: 'Channel',
      cell: (session) => (session.channel === null ? '–' : CHANNEL_WORDS[session.channel]),
    },
    { id: 'at', header: 'Where it is or ended', cell: (session) => session.at?.name ?? '–' },
  ];
}
