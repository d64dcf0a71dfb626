/**
 * The one way to start a worker:
 *
 *     import url from './layout.worker.ts?worker&url';
 *     const worker = startWorker(url, 'layout');
 *
 * Pages are served with Trusted Types and the single policy `waymark-worker`, so `new Worker` with a plain text fails in
 * every other place; and the policy makes addresses of our own server only.
 */
export function startWorker(url: string, name: string): Worker {
  return new Worker(trustedAddress(url), { type: 'module', name });
}

interface WorkerPolicy {
  createScriptURL(url: string): string;
}

declare global {
  interface Window {
    /** What the DOM types do not tell yet. A policy's result is passed on as the text it stands for. */
    readonly trustedTypes?: { createPolicy(name: string, rules: WorkerPolicy): WorkerPolicy };
  }
}

/** A policy can be made only once a page. */
let policy: WorkerPolicy | undefined;

function trustedAddress(url: string): string {
  policy ??= window.trustedTypes?.createPolicy('waymark-worker', { createScriptURL: ownAddress }) ?? {
    createScriptURL: ownAddress,
  };
  return policy.createScriptURL(url);
}

/** Throws for an address of another origin: that is a bug or an attack, never an expected failure. */
function ownAddress(url: string): string {
  const address = new URL(url, location.href);
  if (address.origin !== location.origin) throw new TypeError(`Workers are started from our own server only: ${url}`);
  return address.href;
}
