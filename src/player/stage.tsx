/** @jsxImportSource preact */
import { useState } from 'preact/hooks';
import { wordsFor } from '#parts/words.ts';
import { Announcer } from './announcer.tsx';
import { EndPage } from './end-page.tsx';
import { FaultNotice, Notice } from './notice.tsx';
import { PageFrame } from './page-frame.tsx';
import { replacedWords } from './replaced-words.ts';
import { awayWords } from './server-words.ts';
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
      {state.away && (
        <FaultNotice
          words={words}
          away={state.away}
          served={props.served}
          takingBack={state.takingBack}
          retry={props.retry}
          takeBack={props.takeBack}
        />
      )}
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
          replaced={replacedWords(state, words)}
          takesFocus={props.takesFocus}
          busy={state.busy}
          heading={props.heading}
          resume={() => void props.command({ kind: 'resume' })}
        />
      )}
    </div>
  );
}

/** Languages written from right to left, by their base tag. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ps', 'sd', 'ug', 'ur', 'yi']);

function directionOf(language: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(language.split('-')[0] ?? '') ? 'rtl' : 'ltr';
}
