/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { FieldProblem } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import { plainText } from '#contract/text-tree.ts';
import { PAGE_TEXT_ID } from '#parts/read-aloud.tsx';
import type { PlayerWords } from '#parts/words.ts';
import type { ClientState } from './client-state.ts';
import { outcomeWords } from './end-page.tsx';
import { replacedWords } from './replaced-words.ts';
import { awayWords, refusedWords } from './server-words.ts';

interface AnnouncerProps {
  readonly state: ClientState;
  readonly words: PlayerWords;
  /** The person at the player is the one who is asked. */
  readonly served: boolean;
}

/** One polite region that says one thing a step: what the focus does not say by itself. */
export function Announcer({ state, words, served }: AnnouncerProps) {
  const region = useRef<HTMLParagraphElement>(null);
  const { session, problems, away, message, takingBack } = state;
  const page = session?.page ?? undefined;
  const shown = useRef<Page | undefined>(undefined);
  const stood = useRef<string | undefined>(undefined);
  const wasAway = useRef<string | undefined>(undefined);
  const wasTakingBack = useRef(false);
  const stands = `${page?.n} ${page?.element} ${page?.language} ${page?.wait?.label} ${session?.status} ${replacedWords(state, words)}`;
  const turnedDown = page?.problems?.map((problem) => problem.message).join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what there is to say; a refusal each time it is given
  useEffect(() => {
    const { current } = region;
    if (!current) return;
    // A note, or a refusal that is mended, leaves the page as it is: nothing is to be read again.
    const isNew = stood.current !== stands;
    const arrival = isNew ? arrivalWords(state, words, served, current, shown.current) : '';
    // Said once for each reason: pages that come while the server is away are read as ever.
    const cut = away && wasAway.current !== away.why && session ? awayWords(state, words) : '';
    const taking = takingBack && !wasTakingBack.current ? words.takingBack : '';
    const said = refusalWords(state, words) || [arrival, cut, taking].filter((text) => text !== '').join(' ');
    stood.current = stands;
    wasAway.current = away?.why;
    wasTakingBack.current = takingBack;
    shown.current = page;
    // The region is filled after it was there, and the same words again are other words: else nothing is announced.
    current.textContent = said !== '' && said === current.textContent ? `${said}\u00a0` : said;
  }, [stands, problems.length > 0 ? problems : turnedDown, message, away?.why, takingBack]);
  return <p ref={region} class="hidden" role="status" />;
}

/** What keeps the page from being left; empty where nothing does. */
function refusalWords(state: ClientState, words: PlayerWords): string {
  const { session, problems } = state;
  const wrong = problems.length > 0 ? problems : (session?.page?.problems ?? []);
  return wrong.length > 0 ? problemWords(wrong, session?.page) : refusedWords(state, words);
}

/** What is there now. */
function arrivalWords(
  state: ClientState,
  words: PlayerWords,
  served: boolean,
  region: HTMLElement,
  before: Page | undefined,
): string {
  const { session } = state;
  if (!session) return '';
  const said = session.page
    ? pageWords(session.page, words, served, region, before)
    : `${words.finished}. ${outcomeWords(session, words)}`;
  const stops = session.status === 'paused' ? words.paused : session.status === 'failed' ? words.failed : undefined;
  return [replacedWords(state, words), stops ?? said].filter((text) => text !== '').join(' ');
}

/** What of the page the focus leaves unsaid: its text, unless that names what has the focus; then what it is called. */
function pageWords(
  page: Page,
  words: PlayerWords,
  served: boolean,
  region: HTMLElement,
  before: Page | undefined,
): string {
  const text = plainText(page.part.text);
  const isTranslated = before?.n === page.n && before.language !== page.language;
  if (isTranslated) return text;
  const focused = focusedBeside(region);
  if (page.wait) {
    const label = served && page.wait.label === page.name ? words.oneMoment : page.wait.label;
    return focused?.textContent?.trim() === label ? '' : label;
  }
  if (isNamedByText(focused)) return served ? '' : page.name;
  return text === '' && !served ? page.name : text;
}

function focusedBeside(region: HTMLElement): Element | null {
  return (region.getRootNode() as Document | ShadowRoot).activeElement;
}

function isNamedByText(focused: Element | null): boolean {
  return focused !== null && focused.closest(`[aria-labelledby~="${PAGE_TEXT_ID}"]`) !== null;
}

/** Each with the field it is about, where the page has more than one. */
function problemWords(problems: readonly FieldProblem[], page: Page | null | undefined): string {
  const fields = page?.part.fields ?? [];
  return problems
    .map(({ field, message }) => {
      const label = fields.length > 1 ? fields.find(({ name }) => name === field)?.label : undefined;
      return label ? `${label}: ${message}` : message;
    })
    .join(' ');
}
