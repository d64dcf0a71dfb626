import type { VersionEvent } from '#api/versions.ts';
import { Moment } from '../app/moment.tsx';

const DID = {
  published: 'published it',
  submitted: 'submitted it for review',
  'requested-changes': 'requested changes',
  approved: 'approved it',
  'made-live': 'made it live',
  retired: 'retired it',
} as const satisfies Record<VersionEvent['did'], string>;

/** Who decided what, when and why. */
export function VersionHistory({ history }: { readonly history: readonly VersionEvent[] }) {
  return (
    <ol className="wc-timeline">
      {history.map((event) => (
        <li key={`${event.at} ${event.did}`}>
          <span>
            <strong>{event.by.name}</strong> {DID[event.did]}
          </span>
          {event.why ? <span className="wc-quote">“{event.why}”</span> : null}
          <small>
            <Moment at={event.at} as="when" />
          </small>
        </li>
      ))}
    </ol>
  );
}
