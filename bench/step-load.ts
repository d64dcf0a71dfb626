/** One session, as a client of the load sees it. */
export interface LoadedSession {
  readonly path: string;
  seq: number;
}

/** What the process of the clients is asked to do. */
export interface Load {
  readonly url: string;
  /** How many are sent altogether, so that a slow machine measures the same work as a fast one. */
  readonly steps: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly sessions: readonly LoadedSession[];
  /**
   * Undefined: each session has a client that sends its next step as soon as the last one was answered. A number: so
   * many steps a second are sent, whether or not those before were answered, each to the next session in turn.
   */
  readonly perSecond?: number;
}

export interface LoadResult {
  readonly steps: number;
  /** Steps acknowledged a second. */
  readonly rate: number;
  /** Milliseconds from the moment when a step was due to its answer. */
  readonly p50: number;
  readonly p99: number;
  /** The last number of each session's steps, in the order of the load. */
  readonly seqs: readonly number[];
}
