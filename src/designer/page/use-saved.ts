import { useEffect, useState } from 'react';
import { keepCopy, localCopy } from '../saving/copies.ts';
import { type OpenCopy, recordOf } from '../saving/open-copy.ts';
import { keepOnServer, type ServerState } from '../server/server-saving.ts';

/** Where the newest edit is, in words; and the record of the copy kept up to date. */
export function useSaved({ copy, document, saving }: OpenCopy): string {
  const [isStored, setStored] = useState(true);
  const [server, setServer] = useState<{ state: ServerState; why?: string | undefined } | undefined>(undefined);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = document.subscribe(() => {
      setStored(false);
      void saving.stored().then(() => setStored(true));
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
  }, [copy, document, saving]);

  useEffect(() => {
    if (!copy.server) return;
    const kept = keepOnServer(document.shared, copy.server, (state, why) => setServer({ state, why }));
    return () => kept.close();
  }, [copy, document]);

  if (!isStored) return 'Saving…';
  switch (server?.state) {
    case 'saved':
      return 'Saved';
    case 'saving':
      return 'Saved in this browser, sending…';
    case 'unreached':
      return 'Saved in this browser; the server is not reached';
    case 'refused':
      return `Saved in this browser only: ${server.why ?? 'the server refused it'}`;
    case undefined:
      return 'Saved in this browser';
  }
}

async function keepRecord(id: string, document: OpenCopy['document']): Promise<void> {
  const known = await localCopy(id);
  await keepCopy({ ...known, ...recordOf(id, document.read(), Date.now()) });
}
