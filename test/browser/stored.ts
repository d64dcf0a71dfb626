import type { Page } from 'playwright-core';

/** All that a page keeps in the browser, as one text to look for words in: storage of tab and browser, databases, address. */
export function stored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const finished = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    // What is kept as bytes, such as a shared document, holds its words as they are.
    const words = (value: unknown) =>
      JSON.stringify(value, (_key, member: unknown) =>
        member instanceof Uint8Array ? new TextDecoder().decode(member) : member,
      );
    const found: string[] = [
      location.href,
      words(history.state) ?? '',
      words({ ...sessionStorage }),
      words({ ...localStorage }),
    ];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await finished(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store);
        found.push(words(await finished(all.getAllKeys())), words(await finished(all.getAll())));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        found.push(request.url, await ((await cache.match(request))?.text() ?? ''));
      }
    }
    return found.join('\n');
  });
}
