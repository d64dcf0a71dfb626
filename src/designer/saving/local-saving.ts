import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';
import { contentName } from './copies.ts';

/** Keeps a document in this browser and in step with other tabs. */
export interface LocalSaving {
  /** Resolves when everything edited so far is stored. */
  stored(): Promise<void>;
  close(): Promise<void>;
}

const FROM_TAB = Symbol('other tab');

/** Fills the document with what is stored, then stores every edit as it is made. */
export async function keepInBrowser(id: string, doc: Y.Doc): Promise<LocalSaving> {
  const persistence = new IndexeddbPersistence(contentName(id), doc);
  await persistence.whenSynced;
  const channel = new BroadcastChannel(contentName(id));
  const tell = (update: Uint8Array, origin: unknown) => {
    if (origin !== FROM_TAB) channel.postMessage(update);
  };
  doc.on('update', tell);
  channel.onmessage = (event: MessageEvent<Uint8Array>) => Y.applyUpdate(doc, event.data, FROM_TAB);
  return {
    async stored() {
      const { db } = persistence;
      if (!db) return;
      // Transactions on one store run in the order they were begun: when this one has run, the writes before it have.
      await new Promise<void>((resolve, reject) => {
        const request = db.transaction('updates').objectStore('updates').count();
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      });
    },
    async close() {
      doc.off('update', tell);
      channel.close();
      await persistence.destroy();
    },
  };
}
