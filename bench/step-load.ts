/** Clients that each send the next step of their session as soon as the last one was answered. */
export interface Load {
  readonly url: string;
  readonly seconds: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: { readonly path: string; seq: number }[];
}

export interface LoadResult {
  /** Steps acknowledged a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly seqs: readonly number[];
}
