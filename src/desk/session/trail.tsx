import { type Ref, useImperativeHandle, useRef } from 'react';
import type { SessionShown } from './player-frame.tsx';

type Page = NonNullable<SessionShown['page']>;

interface TrailProps {
  readonly entries: Page['trail'];
  /** The name of the page in sight. */
  readonly current: string | undefined;
  readonly mayGoBack: boolean;
  readonly focusable: Ref<{ focus(): void }>;
  goBack(n: number): void;
}

/** The way that led here: each passed page with its answer, pressed to go back to it. Up and Down move. */
export function Trail({ entries, current, mayGoBack, focusable, goBack }: TrailProps) {
  const list = useRef<HTMLOListElement>(null);
  useImperativeHandle(focusable, () => ({ focus: () => buttonsOf(list.current).at(-1)?.focus() }), []);

  const move = (event: React.KeyboardEvent) => {
    const all = buttonsOf(list.current);
    const at = event.target instanceof HTMLButtonElement ? all.indexOf(event.target) : -1;
    const to = { ArrowUp: at - 1, ArrowDown: at + 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[Math.min(Math.max(to, 0), all.length - 1)]?.focus();
  };

  return (
    <nav className="desk-trail" aria-label="Passed pages">
      <h2>So far</h2>
      {entries.length === 0 && !current ? <p className="desk-nothing">Nothing yet.</p> : null}
      <ol ref={list} onKeyDown={move}>
        {entries.map(({ n, name, answer }) => (
          <li key={n}>
            <button type="button" className="desk-passed" disabled={!mayGoBack} onClick={() => goBack(n)}>
              <span className="desk-passed-name">{name}</span>
              {answer === undefined ? null : <span className="desk-passed-answer">{answer}</span>}
            </button>
          </li>
        ))}
        {current ? (
          <li className="desk-passed-now" aria-current="step">
            {current}
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

function buttonsOf(list: HTMLElement | null): readonly HTMLButtonElement[] {
  return [...(list?.querySelectorAll('button') ?? [])];
}
