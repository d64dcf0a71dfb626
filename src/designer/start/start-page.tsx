import { FilePlus2, FolderOpen, LayoutTemplate, PenLine } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { type WorkingCopy, workingCopyRoutes } from '#api/working-copies.ts';
import type { Result } from '#prelude/result.ts';
import type { Sample } from '#samples/samples.ts';
import { Button } from '#ui/button.tsx';
import { ConfirmDialog } from '#ui/confirm-dialog.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { showToast } from '#ui/toasts.ts';
import { copyAddress, goTo } from '../page/place.ts';
import { forgetCopy, type LocalCopy, localCopies } from '../saving/copies.ts';
import { call } from '../server/call.ts';
import { Unread } from '../server/loaded.tsx';
import { useAccount, useWho } from '../server/who.tsx';
import { CopyCards, RequestCards, RowCards } from './cards.tsx';
import { askForFile } from './open-file.ts';
import { useInWork } from './use-in-work.ts';
import { whenLoaded } from './when-loaded.ts';
import './start-page.css';

/** What makes working copies brings all the elements with it: it is loaded when it is first needed. */
const serverCopies = () => import('./server-copies.ts');

/** Where a designer begins: what is in work, what waits, and how to begin something new. */
export function StartPage() {
  const who = useWho();
  const [account] = useAccount();
  const [copies, setCopies] = useState<readonly LocalCopy[] | undefined>(undefined);
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const [doomed, setDoomed] = useState<LocalCopy | undefined>(undefined);
  const { others, recent, requests } = useInWork(account, who.kind === 'signed-in' ? who.me.user.id : undefined);

  const reload = useCallback(() => void localCopies().then(setCopies), []);
  useEffect(reload, [reload]);
  useEffect(() => {
    document.title = 'Designer · Waymark';
    void whenLoaded(import('#samples/samples.ts'), ({ SAMPLES }) => setSamples(SAMPLES));
  }, []);
  const begin = () =>
    void whenLoaded(serverCopies(), async ({ makeCopy }) => goTo(copyAddress(await makeCopy(account))));
  const open = (taken: Result<string, string>) => {
    if (taken.ok) goTo(copyAddress(taken.value));
    else showToast({ tone: 'danger', text: taken.error });
  };
  const take = (copy: WorkingCopy) => {
    if (account === undefined) return;
    void whenLoaded(serverCopies(), async ({ takeCopy }) => open(await takeCopy(account, copy)));
  };
  const copySample = (sample: Sample) =>
    void whenLoaded(serverCopies(), async ({ copyOfSample }) => open(await copyOfSample(account, sample)));

  const here = new Set(copies?.map(({ server }) => server?.copy));
  return (
    <div className="start">
      <header className="start-head">
        <h1>Interactions in work</h1>
        <div className="start-acts">
          <Button icon={<FolderOpen />} onPress={askForFile}>
            Open file
          </Button>
          <Button variant="primary" icon={<FilePlus2 />} onPress={begin}>
            New Interaction
          </Button>
        </div>
      </header>
      <Unread read={requests} what="Change requests waiting for you" />
      <RequestCards account={account} requests={requests.value ?? []} />
      <section aria-labelledby="start-copies">
        <h2 id="start-copies">My working copies</h2>
        <Unread read={others} what="Working copies on the server" />
        {copies?.length === 0 && others.value?.length === 0 ? (
          <EmptyState icon={<PenLine />} title="Nothing in work yet">
            Begin with a new Interaction, open a file, or take a sample below. What you edit is kept in this browser.
          </EmptyState>
        ) : (
          <CopyCards
            copies={copies ?? []}
            others={(others.value ?? []).filter(({ id }) => !here.has(id))}
            onTake={take}
            onDelete={setDoomed}
          />
        )}
      </section>
      <Unread read={recent} what="Recent Interactions" />
      <RowCards account={account} rows={recent.value ?? []} />
      <section aria-labelledby="start-samples">
        <h2 id="start-samples">Samples</h2>
        <ul className="start-cards">
          {samples.map((sample) => (
            <li key={sample.id} className="start-card">
              <h3>{sample.name}</h3>
              <p>{sample.description}</p>
              <div>
                <Button size="small" icon={<LayoutTemplate />} onPress={() => copySample(sample)}>
                  Open as copy<span className="wm-hidden">: {sample.name}</span>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      </section>
      {doomed ? (
        <ConfirmDialog
          title={`Delete the working copy “${doomed.name}”?`}
          isOpen
          confirmLabel="Delete working copy"
          isDestructive
          onCancel={() => setDoomed(undefined)}
          onConfirm={() => {
            setDoomed(undefined);
            void removeCopy(doomed).then(reload);
          }}
        >
          Its edits and what can be undone in it go too. Published versions stay.
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

async function removeCopy({ id, server }: LocalCopy): Promise<void> {
  if (server)
    await call(workingCopyRoutes.delete, server as Parameters<typeof call<typeof workingCopyRoutes.delete>>[1]);
  await forgetCopy(id);
}
