import type { Attention, Command, FieldProblem } from '#contract/command.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Memory } from './memory.ts';
import type { QueuedCommand, Reply, SessionNow, SessionSource } from './session.ts';
import { backoff, type Waiting } from './waiting.ts';

/** What came of one command. */
export type CommandOutcome =
  | { readonly kind: 'done'; readonly session: SessionNow }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  /** Never applied: the session had moved on, or another command of this page was already on its way. */
  | { readonly kind: 'dropped' };

export interface ClientState {
  readonly session: SessionNow | undefined;
  /** A command that leaves the page is on its way: the page is kept as it is. */
  readonly busy: boolean;
  /** The server does not answer; whatever is queued is sent when it does. */
  readonly away: boolean;
  /** What a refused answer left behind, until the next one. */
  readonly problems: readonly FieldProblem[];
  readonly message: string | undefined;
  /** The page was replaced by one that came from elsewhere. */
  readonly movedElsewhere: boolean;
  /** Nothing goes on until somebody does something about it, then {@link SessionClient.retry}. */
  readonly trouble: { readonly code: string; readonly message: string } | undefined;
}

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

const START: ClientState = {
  session: undefined,
  busy: false,
  away: false,
  problems: [],
  message: undefined,
  movedElsewhere: false,
  trouble: undefined,
};

/**
 * Runs one session against its source: one command after the other, each tried until it is answered, never applied
 * twice. A server that is away changes nothing but that commands wait.
 */
export class SessionClient {
  readonly #source: SessionSource;
  readonly #ports: ClientPorts;
  readonly #events: ClientEvents;
  #state: ClientState;
  #queue: readonly QueuedCommand[];
  readonly #outcomes = new Map<string, (outcome: CommandOutcome) => void>();
  #running = false;
  #watching = false;
  #closed = false;

  constructor(source: SessionSource, ports: ClientPorts, events: ClientEvents) {
    this.#source = source;
    this.#ports = ports;
    this.#events = events;
    this.#queue = ports.memory.queue;
    this.#state = { ...START, busy: this.#queue.some((each) => leavesPage(each.command)) };
  }

  get state(): ClientState {
    return this.#state;
  }

  /** Fetches the session, then sends what a reload left unsent. */
  async open(): Promise<void> {
    await this.#run();
  }

  /** Queues a command; the answer tells what came of it. */
  command(command: Command): Promise<CommandOutcome> {
    if (isAboutPage(command) && (this.#state.busy || this.#state.session === undefined)) {
      return Promise.resolve({ kind: 'dropped' });
    }
    const id = this.#ports.newId();
    const timed = leavesPage(command) ? { ...this.#ports.attention(), ...command } : command;
    const secret = command.kind === 'answer' && asksForSecret(this.#state.session) ? { secret: true as const } : {};
    this.#keep([...this.#queue, { id, command: timed, ...secret }], {
      problems: [],
      message: undefined,
      movedElsewhere: false,
    });
    const outcome = new Promise<CommandOutcome>((resolve) => this.#outcomes.set(id, resolve));
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

  /** Looks whether the session moved on elsewhere; silent where nobody answers. */
  async refresh(): Promise<void> {
    if (this.#running || this.#closed || this.#queue.length > 0) return;
    const reply = await this.#source.open();
    const { session } = this.#state;
    if (this.#running || this.#closed || reply.kind !== 'now' || !session || reply.session.seq <= session.seq) return;
    this.#set({ session: reply.session, movedElsewhere: true, problems: [], message: undefined });
  }

  /** Stops; what is unsent stays in the memory. */
  close(): void {
    this.#closed = true;
    this.#ports.waiting.wake();
  }

  async #run(): Promise<void> {
    if (this.#running || this.#closed) return;
    this.#running = true;
    try {
      for (let tries = 0; !this.#closed; ) {
        const head = this.#state.session && this.#head();
        if (this.#state.session && !head) break;
        const reply = head ? await this.#send(head) : await this.#source.open();
        if (this.#closed) break;
        if (reply.kind === 'away') {
          this.#set({ away: true });
          await this.#ports.waiting.wait(reply.retryAfter ?? backoff(tries++, this.#ports.chance()));
          continue;
        }
        tries = 0;
        this.#set({ away: false });
        if (reply.kind === 'closed') {
          this.#set({ trouble: { code: reply.code, message: reply.message } });
          break;
        }
        if (head) this.#answered(head, reply);
        else if (reply.kind === 'now') this.#set({ session: reply.session });
        else {
          this.#set({ trouble: reply.kind === 'refused' ? reply : { code: 'session.stale', message: '' } });
          break;
        }
      }
    } finally {
      this.#running = false;
    }
  }

  /** The next command to send; it gets its expected number when it is first sent. */
  #head(): QueuedCommand | undefined {
    const [head, ...rest] = this.#queue;
    if (!head || head.expects !== undefined) return head;
    const numbered = { ...head, expects: this.#state.session?.seq ?? 0 };
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
        this.#keep(rest, { session: reply.session });
        if (reply.session.page === null) this.#ports.memory.forget();
        this.#events.step(openly(head), reply.session);
        this.#tell(head, { kind: 'done', session: reply.session });
        return;
      case 'refused':
        this.#keep(rest, { problems: reply.fields, message: reply.message });
        this.#tell(head, { kind: 'refused', code: reply.code, message: reply.message });
        return;
      case 'stale': {
        // What was meant for the page that is gone is not sent. A page that only got a result meanwhile is the same page.
        const isMeant = ({ command }: QueuedCommand) => !isAboutPage(command) || this.#isSamePage(reply.session);
        const dropped = this.#queue.filter((each) => !isMeant(each));
        const kept = this.#queue.filter(isMeant);
        this.#keep(
          kept.map(({ id, command }) => ({ id, command })),
          { session: reply.session, movedElsewhere: dropped.length > 0 },
        );
        if (reply.session.page === null) this.#ports.memory.forget();
        for (const each of dropped) this.#tell(each, { kind: 'dropped' });
        return;
      }
      default:
        assertNever(reply);
    }
  }

  #isSamePage({ page, status }: SessionNow): boolean {
    const { session } = this.#state;
    return page !== null && page.n === session?.page?.n && status === session.status;
  }

  /** Looks at a session that waits for the world outside until it goes on. */
  async #watch(): Promise<void> {
    if (this.#watching || !this.#source.watch) return;
    this.#watching = true;
    try {
      for (;;) {
        const before = this.#state.session;
        if (this.#closed || !before || !awaitsOutside(before)) return;
        const reply = await this.#source.watch(before.seq);
        if (this.#closed) return;
        if (reply.kind === 'closed') {
          this.#set({ trouble: { code: reply.code, message: reply.message } });
          return;
        }
        const now = this.#state.session;
        if (this.#running || reply.kind !== 'now' || !now || reply.session.seq <= now.seq) continue;
        if (reply.session.page === null) this.#ports.memory.forget();
        this.#set({ session: reply.session, problems: [], message: undefined });
      }
    } finally {
      this.#watching = false;
    }
  }

  #tell(queued: QueuedCommand, outcome: CommandOutcome): void {
    this.#outcomes.get(queued.id)?.(outcome);
    this.#outcomes.delete(queued.id);
  }

  #keep(queue: readonly QueuedCommand[], change: Partial<ClientState> = {}): void {
    this.#queue = queue;
    this.#ports.memory.keepQueue(queue);
    this.#set({ busy: queue.some((each) => leavesPage(each.command)), ...change });
  }

  #set(change: Partial<ClientState>): void {
    this.#state = { ...this.#state, ...change };
    if (this.#closed) return;
    this.#events.changed(this.#state);
    if (change.session && awaitsOutside(change.session)) void this.#watch();
  }
}

/** A command as others may hear of it: what was answered stays between the player and the session where it is secret. */
function openly({ command, secret }: QueuedCommand): Command {
  if (!secret || command.kind !== 'answer') return command;
  const { value: _secret, ...rest } = command;
  return rest;
}

function asksForSecret(session: SessionNow | undefined): boolean {
  return session?.page?.part.fields.some(({ secret }) => secret) === true;
}

/** Notes and the language belong to the session wherever it stands; every other command is about the page in sight. */
function isAboutPage(command: Command): boolean {
  return command.kind !== 'note' && command.kind !== 'language';
}

/** While a command that leaves the page is on its way, the page is kept as it is. A button does something beside it. */
function leavesPage(command: Command): boolean {
  return isAboutPage(command) && command.kind !== 'act';
}

/** Whether a session goes on by itself: its page, or a button of it, waits for the world outside. */
function awaitsOutside({ page }: SessionNow): boolean {
  return page !== null && (page.wait !== undefined || page.buttons?.some(({ busy }) => busy) === true);
}
