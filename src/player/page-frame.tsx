/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import { views } from '#elements/views.tsx';
import { TextTreeView } from '#parts/text-tree.tsx';
import type { Typed, ViewProps } from '#parts/view.ts';
import type { PlayerWords } from '#parts/words.ts';
import type { Json } from '#prelude/json.ts';
import { focusFirst, focusProblem } from './focus.ts';
import { meaningOf, placeOf } from './keys.ts';
import { PageButtons } from './page-buttons.tsx';
import { PageWaiting } from './page-waiting.tsx';
import { PausedPage } from './paused-page.tsx';
import type { SessionNow } from './session.ts';
import type { StageProps } from './stage-props.ts';

interface PageFrameProps extends StageProps {
  readonly session: SessionNow;
  readonly page: Page;
  readonly words: PlayerWords;
  readonly helpOpen: boolean;
  setHelpOpen(open: boolean): void;
}

/** One page from its arrival until the next: what is typed on it, its keys, and where the focus stands. */
export function PageFrame(props: PageFrameProps) {
  const { session, page, words, state } = props;
  const frame = useRef<HTMLElement>(null);
  const [typed, setTyped] = useState<Typed>(() => props.typed(page.n));
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const view = views.get(page.type);
  const { wait, buttons = [] } = page;
  const readOnly = session.kind === 'replay';
  const paused = session.status === 'paused';
  const mayGoBack = !readOnly && !paused && page.trail.length > 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page arrives
  useLayoutEffect(() => {
    if (props.takesFocus && frame.current) focusFirst(frame.current);
  }, []);
  const problems = problemsOn(page, state.problems);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    setMended(new Set());
    if (problems.length > 0 && props.takesFocus && frame.current) focusProblem(frame.current);
  }, [state.problems, page.problems]);

  // What comes late, such as an upload, is put beside what was typed meanwhile.
  const latest = useRef(typed);
  const type = (field: string, value: Json | undefined) => {
    const next = { ...latest.current, [field]: value };
    latest.current = next;
    setTyped(next);
    setMended((before) => new Set(before).add(field));
    props.keepTyped(page.n, withoutSecrets(page, next));
  };
  const leave = (field?: string, value?: Json) => {
    if (state.busy || readOnly || paused || wait || !view) return;
    const now = field === undefined ? typed : { ...typed, [field]: value };
    const answer = view.answer(page.part, now, page.language);
    props.command(answer === undefined ? { kind: 'answer' } : { kind: 'answer', value: answer });
  };
  const back = () => mayGoBack && !state.busy && props.command({ kind: 'back' });

  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || paused) return;
    const meaning = meaningOf(event, placeOf(event.composedPath()[0] ?? null));
    if (!meaning) return;
    event.preventDefault();
    if (meaning.act === 'back') back();
    else if (meaning.act === 'choose') choose(frame.current, event, meaning.digit);
    else if (!wait && (meaning.act === 'go-on' || answered(page, typed))) leave();
    else if (wait && meaning.act === 'go-on') frame.current?.querySelector<HTMLElement>('[data-skip]')?.click();
  };

  const viewProps: ViewProps = {
    page,
    typed,
    problems: problems.filter((problem) => !mended.has(problem.field)),
    words,
    busy: state.busy || wait !== undefined,
    readOnly: readOnly || paused,
    served: props.served,
    upload: props.upload,
    type,
    leave,
  };
  return (
    <section
      ref={frame}
      class="page"
      aria-label={props.served ? undefined : page.name}
      aria-busy={state.busy}
      data-waiting={wait !== undefined || undefined}
      onKeyDown={keys}
    >
      <header class="bar">
        {page.trail.length > 0 && !readOnly && (
          <button type="button" class="back" aria-disabled={!mayGoBack || state.busy} onClick={back}>
            <svg viewBox="0 0 24 24" aria-hidden="true">
              <path d="m15 18-6-6 6-6" />
            </svg>
            {words.back}
          </button>
        )}
        <h2 class="title">{props.served ? session.name : page.name}</h2>
        <p class="saving" data-away={state.away || undefined} data-on={state.busy || state.away || undefined}>
          {state.away ? words.offline : state.busy ? words.saving : ''}
        </p>
      </header>
      {state.movedElsewhere && <p class="note-line">{words.movedElsewhere}</p>}
      {state.message && state.problems.length === 0 && <p class="problem-line">{state.message}</p>}
      {paused ? (
        <PausedPage words={words} busy={state.busy} resume={() => props.command({ kind: 'resume' })} />
      ) : view ? (
        <view.Body {...viewProps} />
      ) : isEmpty(page) ? null : (
        <p class="problem-line">{words.cannotShow}</p>
      )}
      {wait && !paused && (
        <PageWaiting
          wait={wait}
          label={props.served && wait.label === page.name ? words.oneMoment : wait.label}
          language={page.language}
          words={words}
          alone={!view}
          locked={state.busy || readOnly}
          skip={() => props.command({ kind: 'skip' })}
        />
      )}
      {buttons.length > 0 && !paused && (
        <PageButtons
          buttons={buttons}
          problems={problems}
          words={words}
          locked={viewProps.busy || readOnly}
          press={(button) => props.command({ kind: 'act', button })}
        />
      )}
      {page.help && !paused && (
        <details class="help" open={props.helpOpen} onToggle={(event) => props.setHelpOpen(event.currentTarget.open)}>
          <summary>{words.help}</summary>
          <div class="help-text">
            <TextTreeView tree={page.help} opensInNewTab={words.opensInNewTab} />
          </div>
        </details>
      )}
    </section>
  );
}

/** What was wrong with the last command, else why a check outside turned the answer down. */
function problemsOn({ problems = [] }: Page, refused: readonly FieldProblem[]): readonly FieldProblem[] {
  return refused.length > 0 ? refused : problems;
}

/** The page of an element that only waits. */
function isEmpty({ part }: Page): boolean {
  return part.fields.length === 0 && part.text.length === 0;
}

/** Presses the choice of a number key: of the field that has the focus, else of the first that has choices. */
function choose(frame: HTMLElement | null, event: KeyboardEvent, digit: number): void {
  const within = event.target instanceof Element ? event.target.closest('.field') : null;
  const choice = (within ?? frame)?.querySelector<HTMLElement>(`[data-digit="${digit}"]`);
  choice?.focus();
  choice?.click();
}

/** What may be written down of a half-typed page. */
function withoutSecrets({ part }: Page, typed: Typed): Typed {
  const secret = new Set(part.fields.flatMap((field) => (field.secret ? [field.name] : [])));
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !secret.has(name)));
}

/** Whether an answer stands on the page already, or none is asked for. */
function answered(page: Page, typed: Typed): boolean {
  return page.part.fields.every((field) => !field.required || (typed[field.name] ?? field.value) !== undefined);
}
