import type { Attention, Command } from '#contract/command.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Foreseen } from './ahead.ts';
import { CLEAR, type ClientState, type CommandOutcome, type Next, START } from './client-state.ts';
import { givenOn } from './given-on.ts';
import { lostWords } from './lost-words.ts';
import type { Memory } from './memory.ts';
import {
  isAboutPage,
  isLeaving,
  isMeantFor,
  isSamePage,
  lastForeseen,
  leavesPage,
  openly,
  showsTheSame,
  unforeseen,
  unnumbered,
} from './queue.ts';
import type { QueuedCommand, Reply, SessionNow, SessionSource } from './session.ts';
import { apart, faultsSoFar, mayTakeBack, outcomeOf } from './taking-back.ts';
import { backoff, type Waiting } from './waiting.ts';

/** So many steps may wait for their confirmation; the next one waits for them. */
const MOST_AHEAD = 20;

export interface ClientPorts {
  readonly waiting: Waiting;
  readonly memory: Memory;
  newId(): string;
  chance(): number;
  /** Time spent on the page so far. */
  attention(): Attention;
}

export interface ClientEvents {
  /** A command was confirmed. */
  step(command: Command, session: SessionNow): void;
  changed(state: ClientState): void;
}

/**
 * Runs one session against its source: one command after the other, each tried until it is answered, never applied
 * twice. What a command leads to is shown at once where it can be foreseen; the source's answer confirms it, or takes its
 * place. A source that is away changes nothing but that commands wait.
 */
export class SessionClient {
  readonly #source: SessionSource;
  readonly #ports: ClientPorts;
  readonly #events: ClientEvents;
  #state: ClientState;
  /** The session as the source told of it last; what is shown may be ahead of it. */
  #confirmed: SessionNow | undefined;
  #queue: readonly QueuedCommand[];
  /** What is being taken back. It is never sent again, but the server may have it, and may have done it. */
  #taken: readonly QueuedCommand[] = [];
  readonly #waiting = new Map<string, { tell(outcome: CommandOutcome): void; readonly next: Next | undefined }>();
  #running = false;
  #watching = false;
  #closed = false;

  constructor(source: SessionSource, ports: ClientPorts, events: ClientEvents) {
    this.#source = source;
    this.#ports = ports;
    this.#events = events;
    this.#queue = ports.memory.queue;
    this.#state = { ...START, busy: isLeaving(this.#queue, undefined), unconfirmed: this.#queue.length > 0 };
  }

  get state(): ClientState {
    return this.#state;
  }

  /** Fetches the session, then sends what a reload left unsent. */
  async open(): Promise<void> {
    await this.#run();
  }

  /** Queues a command; the answer tells what came of it. */
  command(command: Command, next?: Next): Promise<CommandOutcome> {
    const { session } = this.#state;
    if (isAboutPage(command) && (this.#state.busy || session === undefined)) {
      return Promise.resolve({ kind: 'dropped' });
    }
    const timed = leavesPage(command) ? { ...this.#ports.attention(), ...command } : command;
    const isSecret = command.kind === 'answer' && asksForSecret(session);
    const foreseen = isSecret ? undefined : this.#foresee(timed);
    if (foreseen?.kind === 'refused') {
      const { code, message, fields } = foreseen;
      this.#set({ ...CLEAR, problems: fields, message });
      return Promise.resolve({ kind: 'refused', code, message });
    }
    const id = this.#ports.newId();
    const outcome = new Promise<CommandOutcome>((tell) => this.#waiting.set(id, { tell, next }));
    const queued: QueuedCommand = {
      id,
      command: timed,
      ...(session ? givenOn(session, command, isSecret) : {}),
      ...(session && foreseen ? { expects: session.seq, foreseen: foreseen.session } : {}),
    };
    this.#keep([...this.#queue, queued], { ...CLEAR, ...(foreseen ? { session: foreseen.session } : {}) });
    const following = foreseen && next?.(foreseen.session);
    if (following) void this.command(following);
    void this.#run();
    return outcome;
  }

  /** Goes on after a trouble was mended, or at once where a wait is under way. */
  retry(): void {
    this.#ports.waiting.wake();
    this.#set({ trouble: undefined });
    void this.#run();
  }

  /** Ends a wait for a server that was away: the network is back, or somebody looks again. */
  retryNow(): void {
    this.#ports.waiting.wake();
  }

  /** Takes back what the server fails to take: the session is asked for as it stands, for that may be done already. */
  takeBack(): void {
    if (!this.#state.away?.mayTakeBack || this.#state.takingBack || this.#closed) return;
    const { taken, kept } = apart(this.#queue);
    if (taken.length === 0) return;
    this.#taken = taken;
    this.#keep(kept, { takingBack: true });
    this.retry();
  }

  /** Looks whether the session moved on elsewhere; silent where nobody answers. */
  async refresh(): Promise<void> {
    if (this.#running || this.#closed || this.#queue.length > 0) return;
    const reply = await this.#source.open();
    const { session } = this.#state;
    if (this.#running || this.#closed || reply.kind !== 'now' || !session || reply.session.seq <= session.seq) return;
    this.#show(reply.session, { ...CLEAR, movedElsewhere: true });
  }

  /** Stops showing anything. What is on its way is still sent where somebody answers; what is not stays in the memory. */
  close(): void {
    this.#closed = true;
    this.#ports.waiting.wake();
  }

  /** What comes of a command, where all that was given before it is foreseen, too. */
  #foresee(command: Command): Foreseen | undefined {
    const { session, trouble } = this.#state;
    if (!session || trouble || this.#queue.length >= MOST_AHEAD) return undefined;
    const isKnown = this.#queue.every(({ foreseen }) => foreseen);
    if (!isKnown || (this.#queue.length > 0 && lastForeseen(this.#queue) !== session)) return undefined;
    return this.#source.ahead?.foresee(session, command);
  }

  async #run(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    try {
      for (let tries = 0; ; ) {
        const asks = !this.#closed && (!this.#state.session || this.#taken.length > 0);
        const head = asks || !this.#state.session ? undefined : this.#head();
        if (!head && !asks) break;
        const reply = head ? await this.#send(head) : await this.#source.open();
        if (this.#closed && (!head || reply.kind !== 'now')) break;
        // It is not to be sent again: whether it was done nevertheless, the session tells.
        const isTaken = head !== undefined && this.#taken.some(({ id }) => id === head.id);
        if (isTaken && (reply.kind === 'away' || reply.kind === 'refused')) continue;
        if (reply.kind === 'away') {
          await this.#wait(reply, tries++);
          if (this.#closed) break;
          continue;
        }
        tries = 0;
        this.#set({ away: undefined });
        if (reply.kind === 'closed') {
          this.#set({ trouble: { code: reply.code, message: reply.message } });
          break;
        }
        const isTold = isTaken || (!head && this.#taken.length > 0);
        if (isTold && reply.kind !== 'refused') this.#tookBack(reply.session, reply.kind === 'now' ? head : undefined);
        else if (head) this.#answered(head, reply);
        else if (reply.kind === 'now') this.#show(reply.session);
        else {
          this.#set({ trouble: reply.kind === 'refused' ? reply : { code: 'session.stale', message: '' } });
          break;
        }
      }
    } finally {
      this.#running = false;
    }
  }

  /** Says why nobody answers, and waits before the next try. */
  #wait({ why, request, retryAfter }: Reply & { kind: 'away' }, before: number): Promise<void> {
    const faults = faultsSoFar(this.#state.away, why);
    const away = { why, tries: before + 1, faults, mayTakeBack: mayTakeBack({ why, faults }, this.#queue) };
    this.#set({ away: { ...away, ...(request === undefined ? {} : { request }) } });
    return this.#ports.waiting.wait(backoff(before, this.#ports.chance(), retryAfter));
  }

  /** The next command to send; it gets its expected number when it is first sent. */
  #head(): QueuedCommand | undefined {
    const [head, ...rest] = this.#queue;
    if (!head || head.expects !== undefined) return head;
    const numbered = { ...head, expects: this.#confirmed?.seq ?? 0 };
    this.#keep([numbered, ...rest]);
    return numbered;
  }

  #send(head: QueuedCommand): Promise<Reply> {
    return this.#source.send(head.id, head.expects ?? 0, head.command);
  }

  #answered(head: QueuedCommand, reply: Exclude<Reply, { kind: 'away' | 'closed' }>): void {
    const rest = this.#queue.filter((each) => each.id !== head.id);
    switch (reply.kind) {
      case 'now':
        this.#applied(head, rest, reply.session);
        return;
      case 'refused': {
        const { code, message, fields: problems } = reply;
        if (head.foreseen) this.#correct(rest, { problems, message }, head);
        else this.#keep(rest, { problems, message });
        this.#tell(head, { kind: 'refused', code, message });
        return;
      }
      case 'stale':
        this.#wasStale(head, reply.session);
        return;
      default:
        assertNever(reply);
    }
  }

  #applied(head: QueuedCommand, rest: readonly QueuedCommand[], said: SessionNow): void {
    const { foreseen } = head;
    const isAsForeseen = !foreseen || showsTheSame(foreseen, said);
    if (foreseen && isAsForeseen) this.#source.ahead?.confirmed(foreseen, said);
    // A command that is repeated after a reload is told of as it was then.
    if (said.seq >= (this.#confirmed?.seq ?? 0)) this.#confirmed = said;
    if (isAsForeseen) this.#keep(rest, this.#shownWith(rest));
    else this.#correct(rest, {});
    this.#settle(said);
    if (!this.#closed) this.#events.step(openly(head), this.#state.session ?? said);
    const following = this.#waiting.get(head.id)?.next;
    this.#tell(head, { kind: 'done', session: said });
    const command = foreseen ? undefined : following?.(said);
    if (command) void this.command(command);
  }

  /** While more was foreseen than is confirmed, that stays in sight. */
  #shownWith(queue: readonly QueuedCommand[]): Partial<ClientState> {
    const isAhead = queue.length > 0 && lastForeseen(queue) === this.#state.session;
    return isAhead || !this.#confirmed ? {} : { session: this.#confirmed };
  }

  /** Puts the source's page in place of what was shown ahead of it. What was meant for pages that are gone is not sent. */
  #correct(rest: readonly QueuedCommand[], change: Partial<ClientState>, refused?: QueuedCommand): void {
    const dropped = rest.filter(({ command }) => isAboutPage(command));
    const { session: shown } = this.#state;
    const now = this.#confirmed;
    const lost = lostWords(refused ? [refused, ...dropped] : dropped, shown, now, this.#ports.memory);
    const isGone = now !== undefined && !isSamePage(now, shown);
    this.#keep(rest.filter(({ command }) => !isAboutPage(command)).map(unforeseen), {
      ...(now ? { session: now } : {}),
      corrected: isGone || lost.length > 0,
      lost,
      ...change,
    });
    for (const each of dropped) this.#tell(each, { kind: 'dropped' });
  }

  #wasStale(head: QueuedCommand, now: SessionNow): void {
    // What was meant for a page that is gone is not sent. A page that only got a result meanwhile is the same page.
    const isMeant = isMeantFor(head, now);
    const dropped = isMeant ? [] : this.#queue.filter(({ command }) => isAboutPage(command));
    const kept = isMeant
      ? this.#queue.map(unnumbered)
      : this.#queue.filter(({ command }) => !isAboutPage(command)).map(unforeseen);
    const lost = isMeant ? [] : lostWords(dropped, this.#state.session, now, this.#ports.memory);
    this.#confirmed = now;
    this.#keep(kept, { ...this.#shownWith(kept), movedElsewhere: dropped.length > 0, lost });
    this.#settle(now);
    for (const each of dropped) this.#tell(each, { kind: 'dropped' });
  }

  /** Shows where the session stands after something was taken back; `applied` is what was heard to be done all the same. */
  #tookBack(now: SessionNow, applied?: QueuedCommand): void {
    const [taken, before] = [this.#taken, this.#confirmed];
    const { session: shown } = this.#state;
    const isApplied = applied !== undefined;
    const outcome = outcomeOf({ taken, isApplied, before, shown, now, memory: this.#ports.memory });
    if (before) this.#source.ahead?.confirmed(before, now);
    this.#taken = [];
    this.#confirmed = now;
    this.#keep(this.#queue, { ...CLEAR, ...outcome, session: now, takingBack: false });
    this.#settle(now);
    if (applied && !this.#closed) this.#events.step(openly(applied), now);
    for (const each of taken)
      this.#tell(each, each.id === applied?.id ? { kind: 'done', session: now } : { kind: 'dropped' });
  }

  /** What is kept of pages before the one that is confirmed has done its work. */
  #settle({ page }: SessionNow): void {
    if (this.#closed) return;
    if (page === null) this.#ports.memory.forget();
    else this.#ports.memory.passed(page.n);
  }

  /** Looks at a session that waits for the world outside until it goes on. */
  async #watch(): Promise<void> {
    if (this.#watching || !this.#source.watch) return;
    this.#watching = true;
    try {
      for (let tries = 0; ; ) {
        const before = this.#state.session;
        if (this.#closed || !before || !awaitsOutside(before)) return;
        const reply = await this.#source.watch(before.seq);
        if (this.#closed) return;
        if (reply.kind === 'closed' || reply.kind === 'refused') {
          this.#set({ trouble: { code: reply.code, message: reply.message } });
          return;
        }
        if (reply.kind === 'away') {
          // What is being sent meanwhile tells by itself how the server is.
          if (this.#running) await this.#ports.waiting.wait(backoff(tries++, this.#ports.chance()));
          else await this.#wait(reply, tries++);
          continue;
        }
        tries = 0;
        if (!this.#running) this.#set({ away: undefined });
        const now = this.#state.session;
        if (this.#running || reply.kind !== 'now' || !now || reply.session.seq <= now.seq) continue;
        this.#settle(reply.session);
        this.#show(reply.session, { problems: [], message: undefined });
      }
    } finally {
      this.#watching = false;
    }
  }

  #tell(queued: QueuedCommand, outcome: CommandOutcome): void {
    this.#waiting.get(queued.id)?.tell(outcome);
    this.#waiting.delete(queued.id);
  }

  #keep(queue: readonly QueuedCommand[], change: Partial<ClientState> = {}): void {
    this.#queue = queue;
    if (!this.#closed) this.#ports.memory.keepQueue(queue);
    const { session: shown, takingBack } = { ...this.#state, ...change };
    this.#set({ busy: takingBack || isLeaving(queue, shown), unconfirmed: queue.length > 0, ...change });
  }

  /** Shows the session as the source tells of it. */
  #show(session: SessionNow, change: Partial<ClientState> = {}): void {
    this.#confirmed = session;
    this.#set({ ...change, session });
  }

  #set(change: Partial<ClientState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#closed) return;
    this.#events.changed(this.#state);
    const { session } = change;
    if (!session) return;
    if (awaitsOutside(session)) void this.#watch();
    if (this.#queue.length === 0) this.#source.ahead?.follow(session);
  }
}

function asksForSecret(session: SessionNow | undefined): boolean {
  return session?.page?.part.fields.some(({ secret }) => secret) === true;
}

/** Whether a session goes on by itself: its page, or a button of it, waits for the world outside. */
function awaitsOutside({ page }: SessionNow): boolean {
  return page !== null && (page.wait !== undefined || page.buttons?.some(({ busy }) => busy) === true);
}
