import { useEffect, useState, useSyncExternalStore } from 'react';
import { changeCopy } from '../saving/copies.ts';
import { type OpenCopy, recordOf } from '../saving/open-copy.ts';
import type { Kept } from '../saving/writer.ts';
import { keepOnServer, type ServerState } from '../server/server-saving.ts';

export interface Saved {
  /** Where the newest edit stands with this browser. */
  readonly kept: Kept;
  /** Where it is, with the server too, in words. */
  readonly words: string;
  /** These words where the edits are not kept as they should be; else empty. */
  readonly trouble: string;
}

/** Where the newest edit is; keeps the record of the copy up to date, and the copy in step with the server. */
export function useSaved({ copy, document, saving }: OpenCopy): Saved {
  const kept = useSyncExternalStore(saving.subscribe, () => saving.kept);
  const [server, setServer] = useState<{ state: ServerState; why?: string | undefined } | undefined>(undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = document.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        timer = undefined;
        void keepRecord(copy.id, document);
      }, 300);
    });
    return () => {
      stop();
      if (timer !== undefined) void keepRecord(copy.id, document);
      clearTimeout(timer);
    };
  }, [copy, document]);

  useEffect(() => {
    if (!copy.server) return;
    const kept = keepOnServer(document.shared, copy.server, (state, why) => setServer({ state, why }));
    return () => kept.close();
  }, [copy, document]);

  const isAtRisk = kept.kind === 'refused' && server?.state !== 'saved';
  useEffect(() => {
    if (!isAtRisk) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isAtRisk]);

  const words = wordsFor(kept, server?.state, server?.why);
  const isAmiss = kept.kind !== 'refused' && (server?.state === 'unreached' || server?.state === 'refused');
  // That this browser refuses them stands in a banner, which is said by itself.
  return { kept, words, trouble: isAmiss ? wordsFor({ kind: 'stored' }, server.state, server.why) : '' };
}

function wordsFor(kept: Kept, server: ServerState | undefined, why: string | undefined): string {
  if (kept.kind === 'refused') return server === 'saved' ? 'Saved on the server only' : 'Not saved';
  if (kept.kind === 'storing') return 'Saving…';
  switch (server) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saved in this browser, sending…';
    case 'unreached':
      return 'Saved in this browser; the server is not reached';
    case 'refused':
      return `Saved in this browser only: ${why ?? 'the server refused it'}`;
    case undefined:
      return 'Saved in this browser';
  }
}

function keepRecord(id: string, document: OpenCopy['document']): Promise<void> {
  return changeCopy(id, recordOf(id, document.read(), Date.now()));
}
