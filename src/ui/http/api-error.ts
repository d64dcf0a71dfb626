/** One field of a request that was refused. */
export interface FieldProblem {
  /** Where in what was sent: "name", "steps.0.label". */
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

/**
 * Why a request did not do what it should. `code` is the server's own (its problem details, RFC 9457), or one of
 * `network.unreachable`, `response.unexpected`, which are made here.
 */
export interface ApiError {
  readonly code: string;
  /** 0 where no answer came. */
  readonly status: number;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly fields: readonly FieldProblem[];
  /** Seconds until another try makes sense, where the server says so. */
  readonly retryAfter?: number | undefined;
  /** The whole body, where the code says that it holds more (the page that is current, for `session.stale`). */
  readonly body?: unknown;
}

/** For callers that must throw, such as query functions. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly error: ApiError;

  constructor(error: ApiError) {
    super(`${error.code}: ${error.title}`);
    this.error = error;
  }
}
