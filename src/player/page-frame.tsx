/** @jsxImportSource preact */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '#contract/command.ts';
import type { Page } from '#contract/page.ts';
import { views } from '#elements/views.tsx';
import { TextTreeView } from '#parts/text-tree.tsx';
import type { Typed, ViewProps } from '#parts/view.ts';
import type { PlayerWords } from '#parts/words.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import { focusFirst, focusProblem } from './focus.ts';
import { isHeldDown, meaningOf, placeOf } from './keys.ts';
import { movesOf } from './moves.ts';
import { PageBar } from './page-bar.tsx';
import { PageButtons } from './page-buttons.tsx';
import { PageWaiting } from './page-waiting.tsx';
import { PausedPage } from './paused-page.tsx';
import { replacedWords } from './replaced-words.ts';
import { refusedWords } from './server-words.ts';
import type { SessionNow } from './session.ts';
import type { StageProps } from './stage-props.ts';
import { useTyped } from './use-typed.ts';

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
  const { typed, type: put } = useTyped(page, props);
  const [mended, setMended] = useState<ReadonlySet<string>>(new Set());
  const view = views.get(page.type);
  const { wait, buttons = [] } = page;
  const readOnly = session.kind === 'replay';
  const paused = session.status === 'paused';

  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page arrives
  useLayoutEffect(() => {
    if (props.takesFocus && frame.current) focusFirst(frame.current);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time, also where the page is the one it was
  useLayoutEffect(() => {
    if (state.takenBack && props.takesFocus && frame.current) focusFirst(frame.current);
  }, [state.takenBack]);
  const problems = problemsOn(page, state.problems);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useLayoutEffect(() => {
    setMended(new Set());
    if (problems.length > 0 && props.takesFocus && frame.current) focusProblem(frame.current, problems);
  }, [state.problems, page.problems]);

  const type = (field: string, value: Json | undefined) => {
    setMended((before) => new Set(before).add(field));
    put(field, value);
  };
  const leave = (field?: string, value?: Json) => {
    if (state.busy || readOnly || paused || wait || !view) return;
    const now = field === undefined ? typed : { ...typed, [field]: value };
    const answer = view.answer(page.part, now, page.language);
    void props.command(answer === undefined ? { kind: 'answer' } : { kind: 'answer', value: answer });
  };
  const answerNow = view?.answer(page.part, typed, page.language);
  const isChanged = JSON.stringify(answerNow) !== JSON.stringify(view?.answer(page.part, {}, page.language));
  const replaced = replacedWords(state, words);
  const refused = refusedWords(state, words);
  const moves = movesOf({
    session,
    page,
    state,
    changed: isChanged ? { value: answerNow } : undefined,
    command: props.command,
  });

  const keys = (event: KeyboardEvent) => {
    if (event.defaultPrevented || paused) return;
    const place = placeOf(event.composedPath()[0] ?? null);
    const meaning = meaningOf(event, place);
    if (isHeldDown(event, place)) return event.preventDefault();
    if (!meaning) return;
    event.preventDefault();
    switch (meaning.act) {
      case 'choose':
        return choose(frame.current, event, meaning.digit);
      case 'back':
        return moves.back();
      case 'redo':
      case 'newest':
        return moves.redo(meaning.act === 'newest');
      case 'return':
        return moves.return();
      case 'language':
        return frame.current?.querySelector<HTMLElement>('.language')?.focus();
      case 'forward':
        if (moves.may.redo) moves.redo(false);
        else if (answered(page, typed)) leave();
        return;
      case 'go-on':
        if (wait) frame.current?.querySelector<HTMLElement>('[data-skip]')?.click();
        else leave();
        return;
      default:
        assertNever(meaning);
    }
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
      <PageBar
        session={session}
        page={page}
        words={words}
        state={state}
        served={props.served}
        heading={props.heading}
        moves={moves}
        toAnswer={() => frame.current && focusFirst(frame.current)}
      />
      {replaced && <p class="note-line">{replaced}</p>}
      {refused && <p class="problem-line">{refused}</p>}
      {paused ? (
        <PausedPage words={words} busy={state.busy} resume={() => void props.command({ kind: 'resume' })} />
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
          skip={() => void props.command({ kind: 'skip' })}
        />
      )}
      {buttons.length > 0 && !paused && (
        <PageButtons
          buttons={buttons}
          problems={problems}
          words={words}
          locked={viewProps.busy || readOnly}
          press={(button) => void props.command({ kind: 'act', button })}
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

/** Whether an answer stands on the page already, or none is asked for. */
function answered(page: Page, typed: Typed): boolean {
  return page.part.fields.every((field) => !field.required || (typed[field.name] ?? field.value) !== undefined);
}
