/** @jsxImportSource preact */
import type { PlayerWords } from '#parts/words.ts';

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
