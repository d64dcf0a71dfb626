import type { SessionEvent } from '#contract/event.ts';
import type { Coverage } from '#engine/tests/coverage.ts';
import type { TestFailure } from '#engine/tests/failure.ts';
import type { RecordedTest, RecordOptions } from '#engine/tests/record-test.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import type { Editor } from '../editor/editor.ts';
import { coverageOverlays } from './coverage-overlays.ts';
import type { Seen, TestsAnswer, TestsQuestion } from './question.ts';
import type { TestsLine, TestsListener } from './worker-line.ts';

/** How one test ended, and of which state of the Interaction that is true. */
export interface Ran {
  readonly of: Interaction;
  readonly failures: readonly TestFailure[];
  readonly seen: Seen;
}

export interface RunsState {
  readonly ran: ReadonlyMap<string, Ran>;
  /** What all tests together reach, and of which state of the Interaction that is true. */
  readonly covered: { readonly of: Interaction; readonly coverage: Coverage } | undefined;
  /** The tests that are under way or wait for their turn. */
  readonly running: ReadonlySet<string>;
  /** Why the last run came to no end. */
  readonly trouble: string | undefined;
  /** The map shows what no test reaches. */
  readonly isOnMap: boolean;
  /** What a test that was kept of a run could not keep. */
  readonly notes: ReadonlyMap<string, readonly string[]>;
  /** The test whose steps stand open. */
  readonly opened: string | undefined;
}

export type TestState = 'not-run' | 'running' | 'passed' | 'failed' | 'outdated';

/** What a page gives: a worker, the clock, and a way to wait. */
export interface RunsHost {
  open(listener: TestsListener): TestsLine;
  now(): number;
  /** Calls back after so many milliseconds, unless the returned function is called before. */
  after(milliseconds: number, call: () => void): () => void;
}

/** Milliseconds without a sign of life after which a test is stopped. */
const PATIENCE = 10_000;

/** Milliseconds after which a worker that nobody asks is let go. */
const IDLE = 20_000;

/** Milliseconds after an edit until coverage on the map is found anew. */
const SETTLED = 400;

/** The runs of the tests of one open Interaction. They go on while no panel looks at them. */
export class TestRuns {
  state: RunsState = {
    ran: new Map(),
    covered: undefined,
    running: new Set(),
    trouble: undefined,
    isOnMap: false,
    notes: new Map(),
    opened: undefined,
  };
  readonly #editor: Editor;
  readonly #host: RunsHost;
  readonly #library: () => Promise<Library>;
  readonly #listeners = new Set<() => void>();
  #line: TestsLine | undefined;
  #asked = 0;
  #under: { readonly n: number; readonly of: Interaction; readonly isWhole: boolean } | undefined;
  #recording: { readonly n: number; readonly tell: (recorded: Result<RecordedTest, string>) => void } | undefined;
  #stopWaiting = () => {};
  #stopFollowing = () => {};

  constructor(editor: Editor, host: RunsHost, library: () => Promise<Library>) {
    this.#editor = editor;
    this.#host = host;
    this.#library = library;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Runs the tests that are named, all unless given. What ran before is stopped. */
  async run(only?: readonly string[]): Promise<void> {
    const of = this.#editor.interaction;
    const tests = only ?? Object.keys(of.tests);
    const n = ++this.#asked;
    if (this.#under && !this.#recording) this.#hangUp();
    this.#under = { n, of, isWhole: only === undefined };
    this.#become({ running: new Set(tests), trouble: undefined });
    const library = await this.#library();
    if (this.#under?.n !== n) return;
    this.#ask({ n, interaction: of, library, now: this.#host.now(), ask: 'run', tests });
  }

  /** Makes a test of what happened in a run. */
  async record(
    events: readonly SessionEvent[],
    options: RecordOptions,
    of: { readonly interaction: Interaction; readonly library?: Library } = this.#editor,
  ): Promise<Result<RecordedTest, string>> {
    const n = ++this.#asked;
    const library = of.library ?? (await this.#library());
    return new Promise((tell) => {
      this.#recording = { n, tell };
      const { interaction } = of;
      this.#ask({ n, interaction, library, now: this.#host.now(), ask: 'record', events, options });
    });
  }

  open(test: string | undefined, notes?: readonly string[]): void {
    const all = test !== undefined && notes ? new Map([...this.state.notes, [test, notes]]) : this.state.notes;
    this.#become({ opened: test, notes: all });
  }

  /** Lays what no test reaches over the map, and keeps it true while the Interaction is edited. */
  showOnMap(isOnMap: boolean): void {
    this.#stopFollowing();
    this.#stopFollowing = isOnMap ? this.#follow() : () => {};
    this.#become({ isOnMap });
    this.#lay();
    if (isOnMap && !this.#isCovered()) void this.run();
  }

  #follow(): () => void {
    let stopWaiting = () => {};
    const stop = this.#editor.subscribe(() => {
      if (this.#isCovered() || this.#under) return;
      stopWaiting();
      stopWaiting = this.#host.after(SETTLED, () => void this.run());
    });
    return () => {
      stopWaiting();
      stop();
    };
  }

  #isCovered(): boolean {
    const { covered } = this.state;
    const now = this.#editor.interaction;
    return covered !== undefined && covered.of.tests === now.tests && sameContent(covered.of, now);
  }

  #ask(question: TestsQuestion): void {
    this.#line ??= this.#host.open({
      told: (answer) => this.#told(answer),
      broken: (message) => this.#stop(message),
    });
    this.#wait(PATIENCE, () => this.#stop('It took too long'));
    this.#line.ask(question);
  }

  #told(answer: TestsAnswer): void {
    const recording = this.#recording;
    if (answer.tell === 'recorded') {
      if (recording?.n !== answer.n) return;
      this.#recording = undefined;
      this.#rest();
      recording.tell(ok(answer.recorded));
      return;
    }
    const under = this.#under;
    if (under?.n !== answer.n) return;
    if (answer.tell === 'ran') {
      const { test, failures, seen } = answer;
      const running = new Set(this.state.running);
      running.delete(test);
      this.#become({ running, ran: new Map([...this.state.ran, [test, { of: under.of, failures, seen }]]) });
      this.#wait(PATIENCE, () => this.#stop('It took too long'));
      return;
    }
    this.#under = undefined;
    this.#rest();
    const { coverage } = answer;
    this.#become({ running: new Set(), ...(under.isWhole ? { covered: { of: under.of, coverage } } : {}) });
    this.#lay();
    // What was edited meanwhile.
    if (under.isWhole && this.state.isOnMap && !this.#isCovered()) void this.run();
  }

  #hangUp(): void {
    this.#line?.close();
    this.#line = undefined;
  }

  /** Gives up: the test that was under way is the one that took too long. */
  #stop(why: string): void {
    this.#hangUp();
    this.#recording?.tell(fail(why));
    this.#recording = undefined;
    const under = this.#under;
    this.#under = undefined;
    const [slow] = this.state.running;
    const ran = new Map(this.state.ran);
    if (under && slow !== undefined) ran.set(slow, { of: under.of, failures: [{ kind: 'too-long' }], seen: {} });
    this.#become({ running: new Set(), ran, ...(under ? { trouble: why } : {}) });
  }

  /** Lets the worker go after a while in which nothing is asked. */
  #rest(): void {
    if (this.#under || this.#recording) return;
    this.#wait(IDLE, () => this.#hangUp());
  }

  #wait(milliseconds: number, call: () => void): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#host.after(milliseconds, call);
  }

  #lay(): void {
    const { covered, isOnMap } = this.state;
    const { interaction, catalog } = this.#editor;
    const overlays = isOnMap && covered ? coverageOverlays(interaction, catalog, covered.coverage) : undefined;
    if (overlays !== this.#editor.state.view.overlays) this.#editor.look({ overlays });
  }

  #become(next: Partial<RunsState>): void {
    this.state = { ...this.state, ...next };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a run sees no difference between two states of an Interaction. */
function sameContent(a: Interaction, b: Interaction): boolean {
  return (
    a.elements === b.elements &&
    a.connectors === b.connectors &&
    a.variables === b.variables &&
    a.start === b.start &&
    a.languages === b.languages
  );
}

/** How a test stands. What was edited after its run makes the result one of the past. */
export function stateOfTest({ ran, running }: RunsState, interaction: Interaction, id: string): TestState {
  if (running.has(id)) return 'running';
  const result = ran.get(id);
  if (!result) return 'not-run';
  if (result.of.tests[id] !== interaction.tests[id] || !sameContent(result.of, interaction)) return 'outdated';
  return result.failures.length === 0 ? 'passed' : 'failed';
}
