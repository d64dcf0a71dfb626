/** Milliseconds before the first new try, and the most between two: somebody is on a call. */
const FIRST = 500;
const MOST = 5_000;

/**
 * How long to wait before try number `n` (from 0): doubling, or as long as the server `told`, and spread so that a server
 * coming back is not stormed: it tells all who waited for it the same at the same moment.
 */
export function backoff(n: number, chance: number, told?: number): number {
  return told === undefined ? Math.min(MOST, FIRST * 2 ** n) * (0.8 + 0.4 * chance) : told * (1 + 0.4 * chance);
}

/** Waits that can be cut short: what is sent and what is looked at wait each by itself. */
export interface Waiting {
  wait(milliseconds: number): Promise<void>;
  /** Ends all waits under way: the network is back, or somebody came back to the tab. */
  wake(): void;
}

export function browserWaiting(): Waiting {
  const ends = new Set<() => void>();
  return {
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const end = () => {
          clearTimeout(timer);
          ends.delete(end);
          resolve();
        };
        const timer = setTimeout(end, milliseconds);
        ends.add(end);
      }),
    wake() {
      for (const end of ends) end();
    },
  };
}
