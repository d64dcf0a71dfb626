/** @jsxImportSource preact */
import type { PlayerWords } from '#parts/words.ts';

interface PausedPageProps {
  readonly words: PlayerWords;
  readonly busy: boolean;
  resume(): void;
}

/** A paused session keeps its page to itself until somebody goes on. */
export function PausedPage({ words, busy, resume }: PausedPageProps) {
  return (
    <>
      <div class="read-aloud">
        <p>{words.paused}</p>
      </div>
      <p class="aside">{words.pausedText}</p>
      <button type="button" class="next" data-first aria-disabled={busy} onClick={() => !busy && resume()}>
        {words.resume}
      </button>
    </>
  );
}
