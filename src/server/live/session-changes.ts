import type { InteractionId, SessionId, TeamId, UserId } from '#prelude/ids.ts';
import type { Db } from '#store/connect.ts';
import { sendNotices } from '#store/notices.ts';
import type { AccountScope } from '#store/scope.ts';
import { noticeOf } from '../announce.ts';

/** A step is told within this many milliseconds, together with all others of that time. */
const EVERY = 500;

interface Changed {
  readonly id: SessionId;
  readonly interaction_id: InteractionId;
  readonly user_id: UserId | null;
  readonly team_id: TeamId | null;
}

interface Noted {
  readonly scope: AccountScope;
  readonly interaction: InteractionId;
  readonly users: Set<UserId>;
  readonly teams: Set<TeamId>;
}

/** Steps come by the hundred a second: who watches is told of them in gulps, so that telling costs no step anything. */
export class SessionChanges {
  readonly #db: Db;
  readonly #onError: (error: unknown) => void;
  readonly #noted = new Map<SessionId, Noted>();
  readonly #timer: NodeJS.Timeout;

  constructor(db: Db, onError: (error: unknown) => void) {
    this.#db = db;
    this.#onError = onError;
    this.#timer = setInterval(() => void this.flush(), EVERY);
    this.#timer.unref();
  }

  /**
   * @param session as it is after the step
   * @param by who gave the command: where it is handed over, those who saw it with them see that it is gone
   */
  note(scope: AccountScope, session: Changed, by?: UserId): void {
    const { id, interaction_id: interaction, user_id: user, team_id: team } = session;
    const noted = this.#noted.get(id) ?? { scope, interaction, users: new Set(), teams: new Set() };
    this.#noted.set(id, noted);
    if (by !== undefined) noted.users.add(by);
    if (user !== null) noted.users.add(user);
    else if (team !== null) noted.teams.add(team);
  }

  async flush(): Promise<void> {
    if (this.#noted.size === 0) return;
    const notices = [...this.#noted].map(([session, { scope, interaction, users, teams }]) =>
      noticeOf(scope, { kind: 'sessions.changed', session, interaction }, { users: [...users], teams: [...teams] }),
    );
    this.#noted.clear();
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
