/** @jsxImportSource preact */
import type { PlayerWords } from '#parts/words.ts';
import type { Away } from './client-state.ts';

interface NoticeProps {
  readonly words: PlayerWords;
  readonly trouble: { readonly code: string; readonly message: string };
  retry(): void;
}

/** What keeps the session from going on, and the way on. The page below it stays as it is. */
export function Notice({ words, trouble, retry }: NoticeProps) {
  return (
    <div class="notice" role="alert">
      <p>{troubleWords(words, trouble)}</p>
      <button type="button" class="notice-button" onClick={retry}>
        {words.tryAgain}
      </button>
    </div>
  );
}

function troubleWords(words: PlayerWords, { code, message }: NoticeProps['trouble']): string {
  switch (code) {
    case 'sign-in.needed':
      return words.signedOut;
    case 'not-found':
      return words.notFound;
    case 'permission.missing':
      return words.notAllowed;
    default:
      return message || words.cannotGoOn;
  }
}

/** A fault of the server that mends itself is said above the page alone; one that outlasts so many tries has a notice. */
const STAYS = 2;

interface FaultNoticeProps {
  readonly words: PlayerWords;
  readonly away: Away;
  /** People who are served have no administrator, and can make nothing of a number. */
  readonly served: boolean;
  /** What was given is being taken back. */
  readonly takingBack: boolean;
  retry(): void;
  takeBack(): void;
}

/**
 * What helps where the server has a fault that stays: to try at once, to take back what it does not take, and whom to tell
 * what. Why is said above the page.
 */
export function FaultNotice({ words, away, served, takingBack, retry, takeBack }: FaultNoticeProps) {
  if (away.why !== 'fault' || away.tries < STAYS) return null;
  return (
    <div class="notice">
      <p>{served ? words.oneMoment : words.faultStays(away.request)}</p>
      <div class="notice-buttons">
        <button type="button" class="notice-button" onClick={retry}>
          {words.tryNow}
        </button>
        {(away.mayTakeBack || takingBack) && (
          <button type="button" class="notice-button" aria-disabled={takingBack} onClick={takeBack}>
            {takingBack ? words.takingBack : words.takeBack}
          </button>
        )}
      </div>
    </div>
  );
}
