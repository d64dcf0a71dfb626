import { useQuery } from '@tanstack/react-query';
import { RotateCcw } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Client } from '#api/clients.ts';
import { sessionRoutes } from '#api/sessions.ts';
import type { VersionDetail } from '#api/versions.ts';
import { topOf } from '#contract/element-path.ts';
import type { WaymarkPlayer } from '#player/element.ts';
import type { ElementId, ElementPath } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { RunActs } from '#ui/run-acts.tsx';
import { Select } from '#ui/select.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useAccountId } from '../app/who.tsx';
import { call } from '../data/call.ts';
import { useInteractionFile } from '../data/interaction-file.ts';
import { Player } from '../playing/player.tsx';
import { Variables } from '../playing/variables.tsx';
import { CommentForm } from '../review/comment-form.tsx';
import { CommentList } from '../review/comment-list.tsx';
import { CLIENT_WORDS, languageWords } from '../words/names.ts';
import { WhyHere } from './why-here.tsx';
import './test-run.css';

/** Where the run stands: null before the first page and after the end. */
interface Here {
  readonly n: number;
  readonly element: ElementId;
  readonly name: string;
  readonly entryPoints: readonly { readonly element: ElementPath; readonly name: string }[];
}

export function TestRun({ version }: { readonly version: VersionDetail }) {
  const account = useAccountId();
  const interaction = version.interaction.id;
  const file = useInteractionFile(account, interaction, version.number);
  const [client, setClient] = useState<Client>(version.clients[0] ?? 'agent-desk');
  const [language, setLanguage] = useState(version.languages[0] ?? 'en');
  const [run, setRun] = useState(1);
  const [here, setHere] = useState<Here | null>(null);
  const [variables, setVariables] = useState<JsonObject>({});
  const [isAll, setAll] = useState(false);
  const place = useRef<HTMLElement>(null);
  const player = useRef<Pick<WaymarkPlayer, 'command'>>(null);
  // A start is asked for once a run, however often the page is drawn and whatever else is read again: its key is the run.
  const session = useQuery({
    queryKey: ['test run', interaction, version.number, client, language, run],
    queryFn: () =>
      call(
        sessionRoutes.start,
        { account },
        { body: { interaction, version: version.number, kind: 'test', client, language } },
      ),
    staleTime: 'static',
    gcTime: 0,
    retry: false,
  });
  const started = session.data?.id;
  const source = useMemo(() => ({ kind: 'session' as const, account, session: started ?? '' }), [account, started]);
  const onPage = useCallback(
    ({ page }: { readonly page: (Omit<Here, 'element'> & { readonly element: ElementPath }) | null }) =>
      setHere(page && { ...page, element: topOf(page.element) }),
    [],
  );
  return (
    <div className="wc-test">
      <section ref={place} className="wc-stack-tight wc-test-run" aria-label="Test run">
        <div className="wc-filters">
          <Select<Client>
            label="Client"
            options={version.clients.map((id) => ({ id, label: CLIENT_WORDS[id] }))}
            value={client}
            onChange={setClient}
          />
          {version.languages.length > 1 ? (
            <Select<string>
              label="Language"
              options={version.languages.map((id) => ({ id, label: languageWords(id) }))}
              value={language}
              onChange={setLanguage}
            />
          ) : null}
          <Button icon={<RotateCcw aria-hidden="true" />} onPress={() => setRun(run + 1)}>
            Start again
          </Button>
          {started && here ? (
            <RunActs
              page={here.name}
              topics={here.entryPoints}
              within={place}
              onJump={(to) => void player.current?.command({ kind: 'jump', to })}
              why={() => <WhyHere session={started} visit={here.n} />}
            />
          ) : null}
        </div>
        {session.isFetching && !started ? (
          <div aria-busy="true">
            <Skeleton lines={5} height="1.25rem" />
          </div>
        ) : null}
        {session.error ? <FailureBanner error={session.error} onRetry={() => setRun(run + 1)} /> : null}
        {started ? <Player source={source} onPage={onPage} onVariables={setVariables} control={player} /> : null}
      </section>
      <div className="wc-stack wc-test-aside">
        <section className="wc-card wc-stack" aria-label="Comments on this page">
          <h2>{here ? `Comments on “${here.name}”` : 'Comments'}</h2>
          <CommentForm
            interaction={interaction}
            label={here ? 'What should the designer know about this page?' : 'What should the designer know?'}
            tie={{
              version: version.number,
              ...(started ? { session: started } : {}),
              ...(here ? { element: here.element } : {}),
            }}
          />
          <CommentList
            interaction={interaction}
            file={file.data}
            isAll={isAll}
            onAll={setAll}
            {...(here ? { element: here.element } : {})}
          />
        </section>
        <section className="wc-card" aria-label="Variables">
          <h2>Variables</h2>
          <Variables interaction={file.data} values={variables} />
        </section>
      </div>
    </div>
  );
}
