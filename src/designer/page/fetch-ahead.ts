/** Something that is fetched before anybody asks for it. */
interface Part {
  fetch(): Promise<void>;
}

/** Fetches parts one after the other while nothing else is to be done, in this order. Returns how to stop. */
export function fetchAhead(parts: readonly Part[]): () => void {
  let isStopped = false;
  const go = async () => {
    for (const part of parts) {
      await idle();
      if (isStopped) return;
      await part.fetch();
    }
  };
  void go();
  return () => {
    isStopped = true;
  };
}

/** Milliseconds after which a part is fetched though the page is never at rest. */
const AT_LAST = 2_000;

function idle(): Promise<unknown> {
  return new Promise<unknown>((resolve) => {
    // Safari has no such callback.
    if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: AT_LAST });
    else setTimeout(resolve);
  });
}
