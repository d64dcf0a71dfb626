import { useQuery } from '@tanstack/react-query';
import { type ChangeRequest, changeRequestRoutes } from '#api/change-requests.ts';
import { userRoutes } from '#api/users.ts';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Link } from '#ui/link.tsx';
import { Select } from '#ui/select.tsx';
import { dayWords } from '#ui/when.ts';
import { designerAddress, interactionAddress } from '../app/addresses.ts';
import { Unread } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId, useMay, useTimeZone } from '../app/who.tsx';
import { elementName, useInteractionFile } from '../data/interaction-file.ts';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import { Effect } from './effect.tsx';
import { figureWords } from './figures.ts';
import { RequestBadge } from './status.tsx';

const NOBODY = 'nobody';

/** A wish with its evidence, who cares for it, what answered it, and what that changed. */
export function RequestCard({ request, isAlone }: { readonly request: ChangeRequest; readonly isAlone: boolean }) {
  const account = useAccountId();
  const zone = useTimeZone();
  const mayDesign = useMay('working-copies.edit');
  const file = useInteractionFile(account, request.interaction.id, request.version);
  const change = useWriting(changeRequestRoutes.change);
  const write = (body: Parameters<typeof change.mutate>[0]['body']) =>
    change.mutate({ params: { account, request: request.id }, ...(body ? { body } : {}) });
  const about = request.element ? elementName(file.data, request.element) : 'The whole Interaction';
  return (
    <article className="wc-card wc-stack" aria-label={`Change request on ${about}`}>
      <header className="wc-row">
        <h2>
          {isAlone ? null : (
            <>
              <Link href={interactionAddress(account, request.interaction.id)}>{request.interaction.name}</Link>
              {' · '}
            </>
          )}
          {request.element && mayDesign ? (
            <Link href={designerAddress(account, request.interaction.id, request.element)}>{about}</Link>
          ) : (
            about
          )}
        </h2>
        <RequestBadge status={request.status} />
        <span className="wc-muted">
          {request.createdBy.name}, <Moment at={request.createdAt} />
        </span>
      </header>
      <p className="wc-quote">{request.wish}</p>
      <dl className="wc-facts">
        <dt>Seen in</dt>
        <dd>
          Version {request.version}
          {request.period
            ? `, ${dayWords(request.period.from, zone)} to ${dayWords(Math.max(request.period.from, request.period.to - 1), zone)}`
            : ''}
        </dd>
        {figureWords(request.figures).length > 0 ? (
          <>
            <dt>Figures then</dt>
            <dd className="wc-row">
              {figureWords(request.figures).map(({ title, words }) => (
                <span key={title}>
                  {title} <strong>{words}</strong>
                </span>
              ))}
            </dd>
          </>
        ) : null}
        <dt>Answered by</dt>
        <dd>
          {request.answeredBy === null ? (
            <span className="wc-muted">No version yet</span>
          ) : (
            <Link href={interactionAddress(account, request.interaction.id, 'versions')}>
              Version {request.answeredBy}
            </Link>
          )}
        </dd>
      </dl>
      <Effect request={request} />
      {change.error ? <FailureBanner error={change.error} /> : null}
      {request.abilities.length > 0 ? (
        <footer className="wc-row">
          {request.abilities.includes('change') ? (
            <Owner request={request} onChoose={(owner) => write({ owner })} />
          ) : null}
          {request.abilities.includes('decline') ? (
            <Button
              size="small"
              aria-label={`Decline: ${about}`}
              onPress={() => write({ status: 'declined' })}
              isPending={change.isPending}
            >
              Decline
            </Button>
          ) : null}
          {request.abilities.includes('reopen') ? (
            <Button
              size="small"
              aria-label={`Open again: ${about}`}
              onPress={() => write({ status: 'open' })}
              isPending={change.isPending}
            >
              Open again
            </Button>
          ) : null}
        </footer>
      ) : null}
    </article>
  );
}

function Owner(props: {
  readonly request: ChangeRequest;
  readonly onChoose: (owner: NonNullable<ChangeRequest['owner']>['id'] | null) => void;
}) {
  const account = useAccountId();
  const users = useQuery(reading(userRoutes.list, { account }, { limit: 200 }));
  const { owner } = props.request;
  const people = users.data?.items.filter((user) => !user.disabled) ?? [];
  const known = owner && !people.some(({ id }) => id === owner.id) ? [owner, ...people] : people;
  return (
    <>
      <Select<string>
        label="Owner"
        options={[{ id: NOBODY, label: 'Nobody' }, ...known.map(({ id, name }) => ({ id, label: name }))]}
        value={owner?.id ?? NOBODY}
        onChange={(chosen) => props.onChoose(known.find(({ id }) => id === chosen)?.id ?? null)}
      />
      <Unread query={users} what="People to choose from" />
    </>
  );
}
