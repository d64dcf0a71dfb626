/**
 * The outcome of the work, or the signal's reason as soon as that gives up: whoever waits does not wait for work that
 * takes notice late.
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((done, failed) => {
    signal.addEventListener('abort', () => failed(signal.reason), { once: true });
    work.then(done, failed);
  });
}
