import { render } from 'preact';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { ownZone } from '#parts/clock.ts';
import type { Typed } from '#parts/view.ts';
import { AttentionMeter } from './attention.ts';
import type { ClientState, CommandOutcome } from './client-state.ts';
import { drawStage } from './draw-stage.tsx';
import { focusFirst } from './focus.ts';
import type { LocalSource } from './local.ts';
import { Memory, tabDrawer } from './memory.ts';
import { serverSource } from './server-source.ts';
import type { ClientEvent, SessionNow, SessionSource } from './session.ts';
import { SessionClient } from './session-client.ts';
import type { PlayerSource } from './source.ts';
import { sheets } from './style.ts';
import { browserWaiting } from './waiting.ts';

/** For hosts: what may be played. */
export type { PlayerSource };

/** What the element tells its host, by event name. */
export interface PlayerEvents {
  /** Another page is in sight. */
  'waymark-page': CustomEvent<SessionNow>;
  /** A command was confirmed. */
  'waymark-step': CustomEvent<{ readonly command: Command; readonly session: SessionNow }>;
  /** What a Client event, or a button, tells the host. */
  'waymark-event': CustomEvent<{ readonly name: string; readonly payload: ClientEvent['payload'] }>;
  /** The session's variables, where they may be shown. */
  'waymark-variables': CustomEvent<NonNullable<SessionNow['variables']>>;
  'waymark-end': CustomEvent<SessionNow>;
  /** The session cannot go on by itself; `sign-in.needed` asks the host to sign the person in again. */
  'waymark-error': CustomEvent<{ readonly code: string; readonly message: string }>;
}

/** Somebody who comes back to the tab after this long gets the session as it is now, milliseconds. */
const REFRESH_AFTER = 10_000;

/**
 * Plays one session in any page: `element.source = {kind: 'session', account, session}`.
 * The attribute `autofocus` gives the first page the focus; later pages take it from the page before. With `served`
 * the person at the player is the customer: names of pages, which are for those who serve, are left out. `heading="1"` is
 * for pages that hold nothing else: the title is then their first heading.
 */
export class WaymarkPlayer extends HTMLElement {
  readonly #root: ShadowRoot;
  #source: PlayerSource | undefined;
  #client: SessionClient | undefined;
  #memory = new Memory(undefined, undefined);
  #attention = new AttentionMeter(Date.now());
  #run: SessionSource | undefined;
  #localRun: LocalSource | undefined;
  #shown: ClientState | undefined;
  #takesFocus = false;
  /** The focus was inside when the step under way began. */
  #keepsFocus = false;
  /** What the host was told in this session: an answer that comes twice tells nothing twice. */
  #told = new Set<string>();
  #opened = 0;
  #left = 0;
  #signs: AbortController | undefined;
  #inSight: IntersectionObserver | undefined;

  constructor() {
    super();
    this.#root = this.attachShadow({ mode: 'open', delegatesFocus: false });
    this.#root.adoptedStyleSheets = sheets();
  }

  get source(): PlayerSource | undefined {
    return this.#source;
  }

  set source(source: PlayerSource | undefined) {
    if (source === this.#source) return;
    const before = this.#source;
    this.#source = source;
    if (this.isConnected) void this.#open(before);
  }

  /** The session as it is shown now. */
  get session(): SessionNow | undefined {
    return this.#client?.state.session;
  }

  /** What has happened in a run of this browser; undefined where a server runs it. Secrets stand in no event. */
  get runEvents(): readonly SessionEvent[] | undefined {
    return this.#localRun?.events;
  }

  /** What stands in the fields of the page in sight and was not sent; secrets are not in it. */
  get typed(): Typed {
    const page = this.session?.page;
    return page ? this.#memory.typed(page) : {};
  }

  /** Gives a command as if it were given in the player. Resolves when it was confirmed, refused or dropped. */
  command(command: Command): Promise<CommandOutcome> {
    // Beside a note and another language the page stays, and the focus where it is.
    if (command.kind !== 'note' && command.kind !== 'language') this.#takesFocus = true;
    return this.#client?.command(command) ?? Promise.resolve({ kind: 'dropped' });
  }

  /** Why the run stands where it does. Only of runs in this browser; others are asked of their server. */
  get why(): ReturnType<LocalSource['why']> {
    return this.#localRun?.why() ?? [];
  }

  /** Goes on after what a `waymark-error` told of was mended. */
  retry(): void {
    this.#client?.retry();
  }

  /** Puts the focus where the page is answered. */
  override focus(): void {
    const page = this.#root.querySelector<HTMLElement>('.page');
    if (page) focusFirst(page);
  }

  connectedCallback(): void {
    const signs = new AbortController();
    this.#signs = signs;
    const { signal } = signs;
    const sign = () => this.#attention.sign(Date.now());
    for (const kind of ['keydown', 'pointermove', 'pointerdown', 'wheel'] as const) {
      window.addEventListener(kind, sign, { signal, passive: true, capture: true });
    }
    document.addEventListener('visibilitychange', () => this.#visible(), { signal });
    // Several calls may be open side by side: time runs as used only for the one in sight.
    this.#inSight = new IntersectionObserver((seen) => {
      const visible = seen.at(-1)?.isIntersecting === true && document.visibilityState === 'visible';
      this.#attention.visible(visible, Date.now());
    });
    this.#inSight.observe(this);
    window.addEventListener('online', () => this.#client?.retryNow(), { signal });
    this.#takeEarlySource();
    if (this.#source) void this.#open(undefined);
  }

  disconnectedCallback(): void {
    this.#signs?.abort();
    this.#inSight?.disconnect();
    this.#client?.close();
    this.#client = undefined;
    this.#shown = undefined;
    render(null, this.#root);
  }

  /** A host may have set the property before this script was there; then it hides the one of the class. */
  #takeEarlySource(): void {
    if (!Object.hasOwn(this, 'source')) return;
    const { source } = this;
    Reflect.deleteProperty(this, 'source');
    this.#source = source;
  }

  #visible(): void {
    const visible = document.visibilityState === 'visible';
    const now = Date.now();
    this.#attention.visible(visible, now);
    if (!visible) this.#left = now;
    else if (now - this.#left > REFRESH_AFTER) void this.#client?.refresh();
    if (visible) this.#client?.retryNow();
  }

  async #open(before: PlayerSource | undefined): Promise<void> {
    const opened = ++this.#opened;
    const { source } = this;
    this.#client?.close();
    if (!source) {
      this.#client = undefined;
      render(null, this.#root);
      return;
    }
    const place = sameRun(before, source);
    if (!place) {
      this.#shown = undefined;
      this.#localRun = undefined;
      this.#told = new Set();
      this.#takesFocus = this.hasAttribute('autofocus');
    }
    const run = await this.#runOf(source);
    if (opened !== this.#opened || !this.isConnected) return;
    this.#run = run;
    if (!place) this.#memory = new Memory(tabDrawer(), run.memoryKey);
    const client: SessionClient = new SessionClient(
      run,
      {
        waiting: browserWaiting(),
        memory: this.#memory,
        newId: () => crypto.randomUUID(),
        chance: Math.random,
        attention: () => this.#attention.read(Date.now()),
      },
      {
        changed: (state) => client === this.#client && this.#changed(state),
        step: (command, session) => this.#emit('waymark-step', { command, session }),
      },
    );
    this.#client = client;
    this.#changed(client.state);
    await client.open();
  }

  async #runOf(source: PlayerSource): Promise<SessionSource> {
    if (source.kind === 'session') return serverSource(source);
    const { local } = await import('./local.ts');
    if (source.kind === 'replay') return local.replaySource(source);
    this.#localRun = local.localSource(source, this.#localRun?.log ?? [], Date.now, ownZone());
    return this.#localRun;
  }

  #changed(state: ClientState): void {
    const before = this.#shown;
    // While an edited copy or another step is opened, what was there stays in sight.
    if (!state.session && !state.trouble && before?.session) return;
    const { session } = state;
    const newPage =
      session &&
      (session.page?.n !== before?.session?.page?.n ||
        session.page?.element !== before?.session?.page?.element ||
        session.status !== before?.session?.status);
    if (newPage) this.#attention.restart(Date.now());
    this.#shown = state;
    this.#draw(state, this.#takesFocus || this.#holdsFocus(state.busy));
    // What asked for the focus has it now; from here on it is taken only from inside the player.
    if (newPage || state.problems.length > 0) this.#takesFocus = false;
    if (state.trouble && state.trouble !== before?.trouble) this.#emit('waymark-error', state.trouble);
    if (!session || session === before?.session) return;
    for (const { id, name, payload } of session.tells ?? []) {
      if (this.#told.has(id)) continue;
      this.#told.add(id);
      this.#emit('waymark-event', { name, payload });
    }
    if (session.variables) this.#emit('waymark-variables', session.variables);
    if (newPage && session.page) this.#emit('waymark-page', session);
    if (newPage && !session.page) this.#emit('waymark-end', session);
  }

  /** Whether the focus is inside, or was until a step began whose locked page cannot keep it, and nobody has it since. */
  #holdsFocus(isBusy: boolean): boolean {
    if (this.#root.activeElement !== null) {
      this.#keepsFocus = isBusy;
      return true;
    }
    const { activeElement } = this.getRootNode() as Document | ShadowRoot;
    const isFree = activeElement === null || activeElement === document.body;
    const held = this.#keepsFocus && isFree;
    this.#keepsFocus = held && isBusy;
    return held;
  }

  #draw(state: ClientState, takesFocus: boolean): void {
    drawStage(this.#root, {
      state,
      language: document.documentElement.lang || 'en',
      served: this.hasAttribute('served'),
      heading: this.getAttribute('heading') === '1' ? 'h1' : 'h2',
      takesFocus,
      upload: this.#run?.upload,
      typed: (page) => this.#memory.typed(page),
      keepTyped: (page, typed) => this.#memory.keepTyped(page, typed),
      command: (command, next) => this.#client?.command(command, next) ?? Promise.resolve({ kind: 'dropped' }),
      retry: () => this.retry(),
      takeBack: () => this.#client?.takeBack(),
    });
  }

  #emit<Name extends keyof PlayerEvents>(name: Name, detail: PlayerEvents[Name]['detail']): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/** Whether a new source goes on with what is shown: an edited copy of the same Interaction, or another stored step. */
function sameRun(before: PlayerSource | undefined, now: PlayerSource): boolean {
  if (before?.kind === 'working-copy' && now.kind === 'working-copy') {
    return (
      before.interaction.id === now.interaction.id &&
      before.start === now.start &&
      before.language === now.language &&
      before.variables === now.variables
    );
  }
  return before?.kind === 'replay' && now.kind === 'replay' && before.steps === now.steps;
}

if (!customElements.get('waymark-player')) customElements.define('waymark-player', WaymarkPlayer);

declare global {
  interface HTMLElementTagNameMap {
    'waymark-player': WaymarkPlayer;
  }
}
