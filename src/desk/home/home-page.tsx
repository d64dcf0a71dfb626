import { useMutation, useQuery } from '@tanstack/react-query';
import { SearchX, Workflow } from 'lucide-react';
import { type KeyboardEvent, lazy, Suspense, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { type DeskInteraction, deskRoutes } from '#api/desk.ts';
import { type SessionBody, type SessionRow, sessionRoutes } from '#api/sessions.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { KeyCap } from '#ui/key-cap.tsx';
import { SearchField } from '#ui/search-field.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { Switch } from '#ui/switch.tsx';
import { call } from '../app/call.ts';
import { isTexts, useStored } from '../app/stored.ts';
import { useWho } from '../app/who.ts';
import { isTyping } from '../shortcuts.ts';
import { findInteractions } from './find-interactions.ts';
import { InteractionList } from './interaction-list.tsx';
import { Unfinished } from './unfinished.tsx';

/** One page of the list; an account with more is searched on the server. */
const AT_ONCE = 200;
/** Nobody needs it to begin a call, and few have several languages. */
const LanguageChoice = lazy(async () => ({ default: (await import('./language-choice.tsx')).LanguageChoice }));

interface HomePageProps {
  /** Whether it is in sight: open sessions may lie over it. */
  readonly isShown: boolean;
  started(session: SessionBody): void;
  open(session: SessionRow): void;
}

/** The beginning of every call: type, Enter. */
export function HomePage({ isShown, started, open }: HomePageProps) {
  const { account, user } = useWho();
  const [text, setText] = useState('');
  const [language, setLanguage] = useState('');
  const [practice, setPractice] = useState(false);
  const [favorites, changeFavorites] = useStored<readonly string[]>(
    localStorage,
    `waymark.favorites.${account.id}.${user.id}`,
    [],
    isTexts,
  );
  const page = useRef<HTMLDivElement>(null);
  const search = () => page.current?.querySelector<HTMLInputElement>('input[type=search]');

  const asked = useDeferredValue(text.trim());
  const everything = useQuery(interactionsQuery(account.id, ''));
  const needsServer = everything.data?.next !== undefined && asked !== '';
  const found = useQuery({ ...interactionsQuery(account.id, asked), enabled: needsServer });
  const all = needsServer ? (found.data?.items ?? everything.data?.items) : everything.data?.items;
  // What is at hand meanwhile is not all there is: that nothing of it fits says nothing.
  const isPartly = needsServer && found.data === undefined;
  const groups = useMemo(() => findInteractions(all ?? [], favorites, text), [all, favorites, text]);
  const first = groups[0]?.items[0];
  const languages = useMemo(() => [...new Set((all ?? []).flatMap((item) => item.languages))].sort(), [all]);

  const start = useMutation({
    mutationFn: ({ interaction, key }: { interaction: DeskInteraction; key: string }) =>
      call(
        sessionRoutes.start,
        { account: account.id },
        {
          key,
          body: {
            interaction: interaction.id,
            kind: practice ? 'practice' : 'live',
            client: 'agent-desk',
            channel: 'voice',
            ...(interaction.languages.includes(language) ? { language } : {}),
          },
        },
      ),
    onSuccess: (session) => {
      setText('');
      started(session);
    },
  });
  const begin = (interaction: DeskInteraction) => {
    if (!start.isPending) start.mutate({ interaction, key: crypto.randomUUID() });
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the page comes into sight again
  useEffect(() => {
    if (isShown) search()?.focus();
  }, [isShown]);
  useEffect(() => {
    if (!isShown) return;
    // Whoever begins to type means the search, wherever the focus stands.
    const toSearch = (event: globalThis.KeyboardEvent) => {
      const letter = event.key.length === 1 && /[\p{L}\p{N}]/u.test(event.key);
      if (!letter || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target ?? undefined)) return;
      if (document.querySelector('[role=dialog], [role=alertdialog], [role=menu]')) return;
      event.stopPropagation();
      page.current?.querySelector<HTMLInputElement>('input[type=search]')?.focus();
    };
    window.addEventListener('keydown', toSearch, { capture: true });
    return () => window.removeEventListener('keydown', toSearch, { capture: true });
  }, [isShown]);

  // Enter may be pressed before the list is there: it counts for what is typed then, unless that is changed meanwhile.
  const [early, setEarly] = useState<string>();
  const isComing = everything.isPending || (!first && needsServer && found.isPending);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list comes
  useEffect(() => {
    if (isComing || early === undefined) return;
    setEarly(undefined);
    if (first && early === text) begin(first);
  }, [isComing]);

  const searchKeys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && isComing && text.trim() !== '') {
      event.preventDefault();
      setEarly(text);
    } else if (event.key === 'Enter' && first) {
      event.preventDefault();
      begin(first);
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      page.current?.querySelector<HTMLElement>('.desk-list [role=row]:not(:has([role=rowheader]))')?.focus();
    }
  };

  return (
    <div className="desk-home" ref={page}>
      <div className="desk-find">
        <div className="desk-find-head">
          <h1>Start a call</h1>
          <div className="desk-find-how">
            {languages.length > 1 ? (
              <Suspense>
                <LanguageChoice languages={languages} value={language} onChange={setLanguage} />
              </Suspense>
            ) : null}
            <Switch isSelected={practice} onChange={setPractice}>
              Practice
            </Switch>
          </div>
        </div>
        <div className="desk-search" onKeyDownCapture={searchKeys}>
          <SearchField label="Find an Interaction" value={text} onChange={setText} />
        </div>
        {start.error ? (
          <FailureBanner
            error={start.error}
            onRetry={start.variables ? () => start.mutate(start.variables) : undefined}
          />
        ) : null}
        <p className="desk-hint" aria-live="polite">
          {early !== undefined && early === text ? (
            `“${text.trim()}” starts as soon as the list is here.`
          ) : first && text.trim() !== '' ? (
            <>
              <KeyCap shortcut="Enter" /> {practice ? 'practises' : 'starts'} <strong>{first.name}</strong>
            </>
          ) : all !== undefined && !isComing && text.trim() !== '' ? (
            // The list itself says it to those who see it.
            <span className="wm-hidden">No Interaction found</span>
          ) : (
            'Type to find, arrows to choose, Enter to start.'
          )}
        </p>
        {isPartly && found.error ? (
          <FailureBanner error={found.error} what="More Interactions" onRetry={() => void found.refetch()} />
        ) : null}
        {all === undefined ? (
          everything.error ? (
            <FailureBanner error={everything.error} onRetry={() => void everything.refetch()} />
          ) : (
            <Skeleton lines={6} height="2.25rem" />
          )
        ) : all.length === 0 && text === '' ? (
          <EmptyState icon={<Workflow />} title="No Interaction is live yet">
            Interactions appear here once an administrator has made a version live.
          </EmptyState>
        ) : groups.length === 0 && isPartly && !found.error ? (
          <Skeleton lines={6} height="2.25rem" />
        ) : groups.length === 0 && !isPartly ? (
          <EmptyState icon={<SearchX />} title={`Nothing fits “${text.trim()}”`}>
            Try fewer letters, or another word of its name.
          </EmptyState>
        ) : groups.length === 0 ? null : (
          <InteractionList
            groups={groups}
            favorites={favorites}
            firstId={text.trim() === '' ? undefined : first?.id}
            start={begin}
            toggleFavorite={(id) =>
              changeFavorites((before) =>
                before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
              )
            }
          />
        )}
      </div>
      <Unfinished open={open} />
    </div>
  );
}

function interactionsQuery(account: DeskAccount, text: string) {
  return {
    queryKey: ['desk', account, text],
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      call(deskRoutes.interactions, { account }, { query: { limit: AT_ONCE, ...(text ? { text } : {}) }, signal }),
    staleTime: 30_000,
  };
}

type DeskAccount = ReturnType<typeof useWho>['account']['id'];
