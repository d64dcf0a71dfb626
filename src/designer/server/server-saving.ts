import * as Y from 'yjs';
import { liveEvent } from '#api/live.ts';
import { workingCopyRoutes } from '#api/working-copies.ts';
import type { AccountId } from '#prelude/ids.ts';
import { fromBase64, toBase64 } from './base64.ts';
import { call } from './call.ts';

/** Where the edits of a working copy stand with the server. */
export type ServerState = 'saving' | 'saved' | 'unreached' | 'refused';

export interface ServerSaving {
  close(): void;
}

/** Edits that follow each other closely are sent together, after this many milliseconds. */
const TOGETHER = 250;

/** Waits between tries while the server is not reached, in milliseconds. */
const WAITS = [1_000, 2_000, 5_000, 15_000, 30_000];

const FROM_SERVER = Symbol('server');

/**
 * Keeps a document in step with its working copy on the server: sends what was edited here, takes what others edit.
 * Nothing waits for it; while the server is away edits are gathered and sent when it is back.
 */
export function keepOnServer(
  doc: Y.Doc,
  where: { readonly account: AccountId; readonly copy: string },
  onState: (state: ServerState, why?: string) => void,
): ServerSaving {
  const params = where as Parameters<typeof call<typeof workingCopyRoutes.read>>[1];
  let pending: Uint8Array[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isSending = false;
  let isClosed = false;

  const later = (milliseconds: number, work: () => Promise<void>) => {
    clearTimeout(timer);
    if (!isClosed) timer = setTimeout(() => void work(), milliseconds);
  };
  const failed = (status: number, title: string, again: () => Promise<void>) => {
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      onState('refused', title);
      return;
    }
    onState('unreached');
    later(WAITS[Math.min(failures++, WAITS.length - 1)] ?? TOGETHER, again);
  };

  /** Takes the whole state of the server, then gives what the server lacks. */
  const meet = async (): Promise<void> => {
    const answer = await call(workingCopyRoutes.read, params);
    if (isClosed) return;
    if (!answer.ok) {
      failed(answer.error.status, answer.error.title, meet);
      return;
    }
    const theirs = fromBase64(answer.value.update);
    if (theirs.length > 0) Y.applyUpdate(doc, theirs, FROM_SERVER);
    const missing = Y.encodeStateAsUpdate(doc, theirs.length > 0 ? Y.encodeStateVectorFromUpdate(theirs) : undefined);
    // An update without structs and deletions is two bytes long.
    if (missing.length > 2) pending = [missing];
    failures = 0;
    await send();
  };

  const send = async (): Promise<void> => {
    if (isSending || isClosed) return;
    if (pending.length === 0) {
      onState('saved');
      return;
    }
    isSending = true;
    onState('saving');
    const sent = pending;
    pending = [];
    const answer = await call(workingCopyRoutes.update, params, { body: { update: toBase64(Y.mergeUpdates(sent)) } });
    isSending = false;
    if (isClosed) return;
    if (!answer.ok) {
      pending = [...sent, ...pending];
      failed(answer.error.status, answer.error.title, send);
      return;
    }
    failures = 0;
    await send();
  };

  const edited = (update: Uint8Array, origin: unknown) => {
    if (origin === FROM_SERVER) return;
    pending.push(update);
    if (failures === 0) {
      onState('saving');
      later(TOGETHER, send);
    }
  };
  doc.on('update', edited);

  const stream = new EventSource(`/api/v1/accounts/${where.account}/live`);
  stream.addEventListener('working-copy.updated', (message: MessageEvent<string>) => {
    const parsed = liveEvent.safeParse(JSON.parse(message.data));
    if (!parsed.success || parsed.data.kind !== 'working-copy.updated' || parsed.data.copy !== where.copy) return;
    if (parsed.data.update === undefined) void meet();
    else Y.applyUpdate(doc, fromBase64(parsed.data.update), FROM_SERVER);
  });
  const online = () => later(0, meet);
  window.addEventListener('online', online);
  void meet();

  return {
    close() {
      isClosed = true;
      clearTimeout(timer);
      stream.close();
      window.removeEventListener('online', online);
      doc.off('update', edited);
    },
  };
}
