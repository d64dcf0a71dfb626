/** @jsxImportSource preact */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PlayerWords } from '#parts/words.ts';
import type { SessionNow } from './session.ts';

interface EndPageProps {
  readonly session: SessionNow;
  readonly words: PlayerWords;
  /** Why it stands here. */
  readonly replaced: string;
  readonly takesFocus: boolean;
  readonly busy: boolean;
  readonly heading: 'h1' | 'h2';
  resume(): void;
}

/** Nobody was there for too long; whoever may do so goes on with it. */
const TIMED_OUT = 'timed-out';

/** The outcome in the words of the account, else in ours, else as it stands in the file. */
export function outcomeWords({ outcome = '', outcomeLabel }: SessionNow, words: PlayerWords): string {
  return outcomeLabel ?? words.outcomes[outcome] ?? outcome;
}

/** How the session ended. What comes next is the host's: it fills the slot `end`. */
export function EndPage({ session, words, replaced, takesFocus, busy, heading: Heading, resume }: EndPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the end is reached
  useLayoutEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  const failed = session.status === 'failed';
  const { outcome = '' } = session;
  return (
    <section class="page end" data-failed={failed || undefined}>
      {replaced && <p class="note-line">{replaced}</p>}
      <Heading ref={heading} class="end-title" tabIndex={-1}>
        {failed ? words.failed : outcomeWords(session, words)}
      </Heading>
      <p class="aside">
        {failed ? (session.failure?.message ?? words.failedText) : `${words.finished}: ${session.name}`}
      </p>
      {outcome === TIMED_OUT && session.abilities.includes('resume') && (
        <button type="button" class="next" aria-disabled={busy} onClick={() => !busy && resume()}>
          {words.resume}
        </button>
      )}
      <slot name="end" />
    </section>
  );
}
