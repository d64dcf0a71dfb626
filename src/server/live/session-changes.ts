import type { InteractionId, SessionId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { sendNotices } from '#store/notices.ts';
import type { AccountScope } from '#store/scope.ts';
import { noticeOf } from '../announce.ts';

/** A step is told within this many milliseconds, together with all others of that time. */
const EVERY = 500;

/** Steps come by the hundred a second: who watches is told of them in gulps, so that telling costs no step anything. */
export class SessionChanges {
  readonly #db: Db;
  readonly #onError: (error: unknown) => void;
  readonly #notices = new Map<SessionId, string>();
  readonly #timer: NodeJS.Timeout;

  constructor(db: Db, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
    this.#timer = setInterval(() => void this.flush(), EVERY);
    this.#timer.unref();
  }

  note(scope: AccountScope, session: SessionId, interaction: InteractionId): void {
    if (!this.#notices.has(session)) {
      this.#notices.set(session, noticeOf(scope, { kind: 'sessions.changed', session, interaction }));
    }
  }

  async flush(): Promise<void> {
    if (this.#notices.size === 0) return;
    const notices = [...this.#notices.values()];
    this.#notices.clear();
    try {
      await sendNotices(this.#db, notices);
    } catch (error) {
      // Nobody's work is lost: watchers see the change with the next one.
      this.#onError(error);
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.flush();
  }
}
