import { House, X } from 'lucide-react';
import type { SessionId } from '#prelude/ids.ts';
import { KindBadge } from './kind-badge.tsx';
import type { OpenSession } from './open-sessions.ts';

interface SessionTabsProps {
  readonly sessions: readonly OpenSession[];
  readonly shown: SessionId | undefined;
  show(id: SessionId | undefined): void;
  close(id: SessionId): void;
}

/** The calls that are open side by side, and the list they start from. */
export function SessionTabs({ sessions, shown, show, close }: SessionTabsProps) {
  if (sessions.length === 0) return null;
  return (
    <nav className="desk-tabs" aria-label="Open sessions">
      <button
        type="button"
        className="desk-tab"
        aria-current={shown === undefined ? 'page' : undefined}
        onClick={() => show(undefined)}
      >
        <House aria-hidden="true" /> Start
      </button>
      {sessions.map(({ id, name, kind, status }, at) => (
        <span key={id} className="desk-tab-pair">
          <button
            type="button"
            className="desk-tab"
            aria-current={shown === id ? 'page' : undefined}
            onClick={() => show(id)}
          >
            <span className="desk-tab-name">{name || 'Session'}</span>
            <span className="wm-hidden">{nthOf(sessions, at)}</span>
            <KindBadge kind={kind} />
            {status === 'paused' ? <span className="desk-tab-state">paused</span> : null}
            {status === 'ended' || status === 'failed' ? <span className="desk-tab-state">ended</span> : null}
          </button>
          <button
            type="button"
            className="desk-tab-close"
            aria-label={`Close ${name || 'session'}${nthOf(sessions, at)}`}
            onClick={() => close(id)}
          >
            <X aria-hidden="true" />
          </button>
        </span>
      ))}
    </nav>
  );
}

/** Which of several calls about the same it is: those who see them tell them apart by their place. */
function nthOf(sessions: readonly OpenSession[], at: number): string {
  const same = sessions.filter(({ name }) => name === sessions[at]?.name);
  const here = sessions[at];
  return here && same.length > 1 ? `, ${same.indexOf(here) + 1} of ${same.length}` : '';
}
