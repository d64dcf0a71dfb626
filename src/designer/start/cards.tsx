import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ChangeRequest } from '#api/change-requests.ts';
import type { InteractionRow } from '#api/interactions.ts';
import type { WorkingCopy } from '#api/working-copies.ts';
import type { AccountId } from '#prelude/ids.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { whenWords } from '#ui/when.ts';
import { copyAddress, goTo } from '../page/place.ts';
import type { LocalCopy } from '../saving/copies.ts';

export interface CopyCardsProps {
  copies: readonly LocalCopy[];
  /** On the server, not in this browser yet. */
  others: readonly WorkingCopy[];
  onTake: (copy: WorkingCopy) => void;
  onDelete: (copy: LocalCopy) => void;
}

export function CopyCards({ copies, others, onTake, onDelete }: CopyCardsProps) {
  return (
    <ul className="start-cards" aria-labelledby="start-copies">
      {copies.map((copy) => (
        <li key={copy.id} className="start-card">
          <div className="start-card-head">
            <CardLink href={copyAddress(copy.id)}>{copy.name}</CardLink>
            <IconButton
              size="small"
              label={`Delete working copy ${copy.name}`}
              icon={<Trash2 />}
              onPress={() => onDelete(copy)}
            />
          </div>
          <p>
            {copy.elements === 1 ? '1 element' : `${copy.elements} elements`} · {whenWords(copy.modifiedAt, undefined)}
          </p>
          <p className="start-muted">{copy.server ? 'On the server too' : 'In this browser'}</p>
        </li>
      ))}
      {others.map((copy) => (
        <li key={copy.id} className="start-card">
          <button type="button" className="start-link" onClick={() => onTake(copy)}>
            {copy.name}
          </button>
          <p>
            {copy.modifiedBy.name} · {whenWords(copy.modifiedAt, undefined)}
          </p>
          <p className="start-muted">On the server</p>
        </li>
      ))}
    </ul>
  );
}

export function RowCards({ account, rows }: { account: AccountId | undefined; rows: readonly InteractionRow[] }) {
  if (account === undefined || rows.length === 0) return null;
  return (
    <section aria-labelledby="start-recent">
      <h2 id="start-recent">Recent Interactions</h2>
      <ul className="start-cards">
        {rows.map((row) => (
          <li key={row.id} className="start-card">
            <CardLink href={`/designer?${new URLSearchParams({ account, interaction: row.id })}`}>{row.name}</CardLink>
            <p>
              {row.statusText} · {whenWords(row.modifiedAt, undefined)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function RequestCards({
  account,
  requests,
}: {
  account: AccountId | undefined;
  requests: readonly ChangeRequest[];
}) {
  if (account === undefined || requests.length === 0) return null;
  return (
    <section aria-labelledby="start-requests">
      <h2 id="start-requests">Change requests waiting for me</h2>
      <ul className="start-cards">
        {requests.map((request) => {
          const query = new URLSearchParams({ account, interaction: request.interaction.id });
          const hash = request.element === null ? '' : `#${request.element}`;
          return (
            <li key={request.id} className="start-card">
              <CardLink href={`/designer?${query}${hash}`}>{request.interaction.name}</CardLink>
              <p>{request.wish}</p>
              <p className="start-muted">
                {request.createdBy.name} · version {request.version}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function CardLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <a
      className="start-link"
      href={href}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        goTo(href);
      }}
    >
      {children}
    </a>
  );
}
