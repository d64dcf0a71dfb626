import * as z from 'zod';
import { accountId, teamId, userId, workingCopyId } from '#api/identifier.ts';
import { type LiveEvent, liveEvent } from '#api/live.ts';
import type { AccountId } from '#prelude/ids.ts';
import { NoticeListener } from '#store/notices.ts';
import type { Store } from '#store/open-store.ts';
import { findUpdate, WORKING_COPY_CHANNEL } from '#store/queries/working-copies.ts';
import { accountScope } from '#store/scope.ts';
import type { Whose } from '../announce.ts';

/** Edits up to this many bytes travel with their event. */
const LARGEST_UPDATE = 64_000;

const whose = z.object({ users: z.array(userId), teams: z.array(teamId) });
const announced = z.object({ account: accountId, event: liveEvent, whose: whose.optional() });
const edited = z.object({ account: accountId, workingCopy: workingCopyId, update: z.string() });

export interface Listener {
  /** @param whose of whose sessions it tells; left out where it is of none */
  hear(event: LiveEvent, whose?: Whose): void;
  /** What was said meanwhile is lost: whoever listens must look anew. */
  lost(): void;
}

/** Hears of every account: what this process keeps at hand for itself. */
export interface WideListener {
  hear(account: AccountId, event: LiveEvent): void;
  /** What was said meanwhile is lost: whatever is at hand may be old. */
  lost(): void;
}

/** Hears what any server process announces and passes it to the browsers that are connected to this one. */
export class LiveHub {
  readonly #db: Store['db'];
  readonly #notices: NoticeListener;
  readonly #listeners = new Map<AccountId, Set<Listener>>();
  readonly #wide: WideListener[] = [];

  constructor(store: Pick<Store, 'db' | 'pool'>, onError: (error: unknown) => void) {
    this.#db = store.db;
    this.#notices = new NoticeListener(store.pool, {
      read: (channel, message) => {
        this.#pass(channel, message).catch(onError);
      },
      lost: (error) => {
        onError(error);
        this.#tellLost();
      },
      listening: () => {
        for (const listener of this.#wide) listener.lost();
      },
    });
  }

  start(): Promise<void> {
    return this.#notices.start();
  }

  /** @returns how to stop listening */
  listen(account: AccountId, listener: Listener): () => void {
    const listeners = this.#listeners.get(account) ?? new Set();
    listeners.add(listener);
    this.#listeners.set(account, listeners);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0 && this.#listeners.get(account) === listeners) this.#listeners.delete(account);
    };
  }

  /** For as long as this process runs. */
  listenToAll(listener: WideListener): void {
    this.#wide.push(listener);
  }

  /** Tells all who listen to this process, whatever their account. */
  tellEverybody(event: LiveEvent): void {
    for (const listeners of this.#listeners.values()) for (const listener of listeners) listener.hear(event);
  }

  /** Ends every stream. */
  close(): void {
    this.#notices.close();
    this.#tellLost();
  }

  async #pass(channel: string, message: string): Promise<void> {
    const { account, event, whose }: z.infer<typeof announced> =
      channel === WORKING_COPY_CHANNEL ? await this.#edit(message) : announced.parse(JSON.parse(message));
    for (const listener of this.#wide) listener.hear(account, event);
    for (const listener of this.#listeners.get(account) ?? []) listener.hear(event, whose);
  }

  async #edit(message: string): Promise<{ readonly account: AccountId; readonly event: LiveEvent }> {
    const { account, workingCopy: copy, update } = edited.parse(JSON.parse(message));
    const heard = this.#listeners.has(account);
    const bytes = heard ? await findUpdate(accountScope(account), this.#db, copy, update) : undefined;
    const small = bytes !== undefined && bytes.byteLength <= LARGEST_UPDATE;
    const content = small ? { update: Buffer.from(bytes).toString('base64') } : {};
    return { account, event: { kind: 'working-copy.updated', copy, ...content } };
  }

  #tellLost(): void {
    for (const listener of this.#wide) listener.lost();
    for (const listeners of this.#listeners.values()) for (const listener of [...listeners]) listener.lost();
  }
}
