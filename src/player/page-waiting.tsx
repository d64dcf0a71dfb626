/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks';
import type { PageWait } from '#contract/page.ts';
import type { PlayerWords } from '#parts/words.ts';
import { showDateTime, showTime } from '#prelude/locale.ts';
import { timeLeft } from './time-left.ts';

/** After so many milliseconds whoever is guided is offered a way round. */
const PATIENCE = 3_000;
/** What ends sooner is counted down, milliseconds; what ends later is named. */
const COUNTED_DOWN = 3_600_000;

interface PageWaitingProps {
  readonly wait: PageWait;
  readonly label: string;
  readonly language: string;
  readonly words: PlayerWords;
  /** The page shows nothing else, so what is waited for takes the focus. */
  readonly alone: boolean;
  readonly locked: boolean;
  skip(): void;
}

/** What is waited for, how long, and the way on without it. */
export function PageWaiting({ wait, label, language, words, alone, locked, skip }: PageWaitingProps) {
  const offersWayRound = useAfter(wait, PATIENCE) && wait.skippable && !locked;
  return (
    <div class="waiting" data-alone={alone || undefined}>
      <p class="waiting-label" tabIndex={-1} data-first={alone || undefined}>
        <span class="spinner" aria-hidden="true" />
        {label}
      </p>
      {wait.until !== undefined && <Until until={wait.until} language={language} words={words} />}
      {offersWayRound && (
        <button type="button" class="action" data-skip onClick={skip}>
          {words.goOnWithout}
        </button>
      )}
    </div>
  );
}

/** Whether the wait has lasted so long. Clocks may differ, so nobody waits longer than that here, either. */
function useAfter({ effect, since }: PageWait, milliseconds: number): boolean {
  const [over, setOver] = useState<string | undefined>(undefined);
  useEffect(() => {
    const left = Math.min(Math.max(since + milliseconds - Date.now(), 0), milliseconds);
    const timer = setTimeout(() => setOver(effect), left);
    return () => clearTimeout(timer);
  }, [effect, since, milliseconds]);
  return over === effect;
}

/** When it is over: counted down where that is soon. It is no live region; nobody wants each second read out. */
function Until({ until, language, words }: { until: number; language: string; words: PlayerWords }) {
  const [now, setNow] = useState(() => Date.now());
  const left = until - now;
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  if (left <= COUNTED_DOWN) {
    return (
      <p class="waiting-clock" role="timer" aria-live="off">
        {timeLeft(left)}
      </p>
    );
  }
  return <p class="waiting-clock">{words.until(momentIn(until, now, language))}</p>;
}

/** A moment as clocks here show it; today by its time alone. */
function momentIn(until: number, now: number, language: string): string {
  const local = localText(until);
  return local.slice(0, 10) === localText(now).slice(0, 10)
    ? showTime(local.slice(11), language)
    : showDateTime(local, language);
}

function localText(moment: number): string {
  return new Date(moment - new Date(moment).getTimezoneOffset() * 60_000).toISOString().slice(0, 19);
}
