/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import { plainText } from '#contract/text-tree.ts';
import { type PlayerWords, wordsFor } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';
import { EndPage, outcomeWords } from './end-page.tsx';
import { FaultNotice, Notice } from './notice.tsx';
import { PageFrame } from './page-frame.tsx';
import { replacedWords } from './replaced-words.ts';
import { awayWords, refusedWords } from './server-words.ts';
import type { SessionNow } from './session.ts';
import type { StageProps } from './stage-props.ts';

/** Everything the player shows: one page, or what stands in its way. */
export function Stage(props: StageProps) {
  const { state } = props;
  const { session } = state;
  const language = session?.page?.language ?? props.language;
  const words = wordsFor(language);
  const [helpOpen, setHelpOpen] = useState(false);
  return (
    <div class="stage" lang={language} dir={directionOf(language)}>
      <Announcer state={state} words={words} served={props.served} />
      {state.trouble && <Notice words={words} trouble={state.trouble} retry={props.retry} />}
      {state.away && <FaultNotice words={words} away={state.away} served={props.served} retry={props.retry} />}
      {!session && !state.trouble && <p class="loading">{awayWords(state, words) || words.loading}</p>}
      {session?.page && (
        <PageFrame
          key={`${session.id} ${session.page.n} ${session.page.element} ${session.status}`}
          {...props}
          session={session}
          page={session.page}
          words={words}
          helpOpen={helpOpen}
          setHelpOpen={setHelpOpen}
        />
      )}
      {session && !session.page && (
        <EndPage
          session={session}
          words={words}
          takesFocus={props.takesFocus}
          busy={state.busy}
          resume={() => void props.command({ kind: 'resume' })}
        />
      )}
    </div>
  );
}

/** One polite region that says one thing a step: what the focus does not say by itself. */
function Announcer({ state, words, served }: { state: ClientState; words: PlayerWords; served: boolean }) {
  const region = useRef<HTMLParagraphElement>(null);
  const { page } = state.session ?? {};
  const before = useRef(page);
  const isTranslated = page && page.n === before.current?.n && page.language !== before.current.language;
  const said = isTranslated ? plainText(page.part.text) : announcement(state, words, served);
  const step = `${state.session?.seq} ${state.session?.page?.n} ${said}`;
  // The region is filled after it was there, else nothing is announced; the same words on another page are said again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new step says even the same words again
  useEffect(() => {
    if (region.current) region.current.textContent = said;
    before.current = page;
  }, [step]);
  return <p ref={region} class="hidden" role="status" />;
}

function announcement(state: ClientState, words: PlayerWords, served: boolean): string {
  const { session } = state;
  const problems = state.problems.length > 0 ? state.problems : (state.session?.page?.problems ?? []);
  if (problems.length > 0) return problems.map((problem) => problem.message).join(' ');
  const refused = refusedWords(state, words);
  if (refused !== '') return refused;
  if (state.away) return awayWords(state, words);
  if (!session) return '';
  if (session.status === 'paused') return words.paused;
  if (!session.page) return endWords(session, words);
  const { page } = session;
  const replaced = replacedWords(state, words);
  const moved = replaced ? `${replaced} ` : '';
  if (page.wait) return moved + (served && page.wait.label === page.name ? words.oneMoment : page.wait.label);
  // A question's own words are said by the field that takes the focus.
  return moved + (page.part.fields.length > 0 && !served ? page.name : plainText(page.part.text));
}

function endWords(session: SessionNow, words: PlayerWords): string {
  if (session.status === 'failed') return words.failed;
  return `${words.finished}. ${outcomeWords(session, words)}`;
}

/** Languages written from right to left, by their base tag. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
