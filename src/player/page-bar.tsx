/** @jsxImportSource preact */
import type { Page } from '#contract/page.ts';
import type { PlayerWords } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';
import { BUTTON_KEYS } from './keys.ts';
import { LanguageSelect } from './language-select.tsx';
import type { Moves } from './moves.ts';
import { awayWords } from './server-words.ts';
import type { SessionNow } from './session.ts';

interface PageBarProps {
  readonly session: SessionNow;
  readonly page: Page;
  readonly words: PlayerWords;
  readonly state: ClientState;
  readonly served: boolean;
  readonly heading: 'h1' | 'h2';
  readonly moves: Moves;
  /** Puts the focus where the page is answered. */
  toAnswer(): void;
}

/** Above a page: the ways back and forward, what the page is called, and the language it is in. */
export function PageBar({ session, page, words, state, served, heading: Heading, moves, toAnswer }: PageBarProps) {
  const { busy, away, unconfirmed } = state;
  const { may } = moves;
  const back = page.trail.length > 0 && session.kind !== 'replay';
  return (
    <>
      <header class="bar">
        {(back || may.redo) && (
          <div class="ways">
            {back && (
              <BarButton
                label={words.back}
                keys={BUTTON_KEYS.back}
                path="m15 18-6-6 6-6"
                isOff={!may.back || busy}
                press={moves.back}
              />
            )}
            {may.redo && (
              <BarButton
                label={words.forward}
                keys={BUTTON_KEYS.redo}
                path="m9 18 6-6-6-6"
                isOff={busy}
                press={() => moves.redo(false)}
              />
            )}
            {may.newest && (
              <BarButton
                label={words.newest}
                keys={BUTTON_KEYS.newest}
                path="m6 17 5-5-5-5M13 17l5-5-5-5"
                isOff={busy}
                isPicture
                press={() => moves.redo(true)}
              />
            )}
          </div>
        )}
        <Heading class="title">{served ? session.name : page.name}</Heading>
        <p
          class="saving"
          data-away={away !== undefined || undefined}
          data-on={busy || away !== undefined || undefined}
          data-ahead={unconfirmed || undefined}
        >
          {away ? awayWords(state, words) : busy || unconfirmed ? words.saving : ''}
        </p>
        {may.language && (
          <LanguageSelect
            languages={page.languages}
            language={page.language}
            label={words.language}
            choose={moves.language}
            leave={toAnswer}
          />
        )}
      </header>
      {may.return && (
        <BarButton
          label={words.returnTo(served ? undefined : page.returns?.name)}
          keys={BUTTON_KEYS.return}
          path="m9 14-5-5 5-5M4 9h10.5a5.5 5.5 0 0 1 0 11H11"
          isOff={busy}
          press={moves.return}
        />
      )}
    </>
  );
}

interface BarButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly path: string;
  readonly isOff: boolean;
  /** The picture alone is seen; the label is read aloud, and shown where a pointer rests. */
  readonly isPicture?: boolean;
  press(): void;
}

function BarButton({ label, keys, path, isOff, isPicture = false, press }: BarButtonProps) {
  return (
    <button
      type="button"
      class="way"
      data-picture={isPicture || undefined}
      aria-disabled={isOff}
      aria-keyshortcuts={keys}
      title={isPicture ? label : undefined}
      onClick={press}
    >
      <svg viewBox="0 0 24 24" aria-hidden="true">
        <path d={path} />
      </svg>
      <span class={isPicture ? 'hidden' : undefined}>{label}</span>
    </button>
  );
}
