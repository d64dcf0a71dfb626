import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { addressOf } from '#api/address.ts';
import type { Client } from '#api/clients.ts';
import { fileRoutes } from '#api/files.ts';
import { sessionId } from '#api/identifier.ts';
import { type SessionBody, type SessionStep, sessionRoutes } from '#api/sessions.ts';
import type { SessionId } from '#prelude/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { Breadcrumb } from '#ui/breadcrumb.tsx';
import { Link } from '#ui/link.tsx';
import { Page } from '#ui/page.tsx';
import { interactionAddress, keepAsTestAddress } from '../app/addresses.ts';
import { NotFound } from '../app/dead-ends.tsx';
import { Loaded, Unread } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { useInteractionFile } from '../data/interaction-file.ts';
import { useLibrary } from '../data/library.ts';
import { reading } from '../data/reading.ts';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { CLIENT_WORDS, SESSION_STATUS_WORDS } from '../words/names.ts';
import { StepByStep } from './step-by-step.tsx';

const route = getRouteApi('/console/sessions/$session');

/** One session, step by step. */
export function SessionPage() {
  const id = sessionId.safeParse(route.useParams().session);
  return id.success ? <Asked id={id.data} /> : <NotFound />;
}

function Asked({ id }: { readonly id: SessionId }) {
  const account = useAccountId();
  const query = useQuery(reading(sessionRoutes.read, { account, session: id }));
  if (!query.data) {
    return (
      <Page title="Session">
        <Loaded query={query}>{() => null}</Loaded>
      </Page>
    );
  }
  return <Known session={query.data} />;
}

/** When it began, by whom and where. */
function Started({ steps: [first] }: { readonly steps: readonly SessionStep[] }) {
  const begun = first?.events.find((event) => event.kind === 'session-started');
  if (!first || begun?.kind !== 'session-started') return null;
  const { client } = begun;
  return (
    <span>
      Started <Moment at={first.at} as="when" /> by {first.actor?.name ?? 'the server'},{' '}
      {Object.hasOwn(CLIENT_WORDS, client) ? CLIENT_WORDS[client as Client] : client}
    </span>
  );
}

const KINDS = { live: null, test: 'Test', practice: 'Practice' } as const;

function Known({ session }: { readonly session: SessionBody }) {
  const account = useAccountId();
  const { step } = route.useSearch();
  const navigate = route.useNavigate();
  const { id, name, version } = session.interaction;
  const file = useInteractionFile(account, id, version);
  const library = useLibrary(account, id, version);
  const steps = useQuery(reading(sessionRoutes.steps, { account, session: session.id }));
  const kind = KINDS[session.kind];
  const outcomeWords = useOutcomeWords();
  const mayDesign = useMay('working-copies.edit');
  return (
    <Page
      title={`Session of ${name}`}
      subtitle={
        <span className="wc-row">
          {kind ? <Badge tone="info">{kind}</Badge> : null}
          <span>Version {version}</span>
          <span>{session.outcome ? outcomeWords(session.outcome) : SESSION_STATUS_WORDS[session.status]}</span>
          {steps.data ? <Started steps={steps.data.items} /> : null}
        </span>
      }
      actions={
        mayDesign ? (
          <Link look="secondary" href={keepAsTestAddress(account, id, session.id)}>
            Keep as test
          </Link>
        ) : null
      }
      breadcrumb={
        <Breadcrumb
          label="Breadcrumb"
          crumbs={[
            { id: 'interaction', label: name, href: interactionAddress(account, id, 'reports', { view: 'sessions' }) },
            { id: 'here', label: 'Session' },
          ]}
        />
      }
    >
      <Unread query={library} what="Interactions that run within this one" />
      <Loaded query={file} lines={10}>
        {(interaction) => (
          <Loaded query={steps} lines={10}>
            {({ items }) => (
              <StepByStep
                interaction={interaction}
                library={library.data}
                steps={items}
                at={Math.min(step ?? 0, items.length - 1)}
                fileAddress={(named) => addressOf(fileRoutes.read, { account, session: session.id, file: named })}
                onStep={(next) => void navigate({ search: (now) => ({ ...now, step: next }), replace: true })}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
