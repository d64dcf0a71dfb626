import { topOf } from '#contract/element-path.ts';
import type { Catalog } from '#contract/element-type.ts';
import { settingsOf } from '#format/element-settings.ts';
import type { Interaction, TestAnswer } from '#format/interaction.ts';
import type { ElementPath } from '#prelude/ids.ts';
import { ComboBox } from '#ui/combo-box.tsx';
import type { FormVariable } from '#ui/element-form.ts';
import { Switch } from '#ui/switch.tsx';
import { useEditor, useInteraction } from '../../page/editor-context.ts';
import { Rows } from '../../settings/rows.tsx';
import { useFormVariables } from '../../settings/use-values.ts';
import { type AnswerChange, ExpectedHere } from './expected-here.tsx';
import { nameOf } from './failures.tsx';
import { firstValue, ValueField } from './value-field.tsx';

export interface AnswerStepsProps {
  answers: readonly TestAnswer[];
  onChange(answers: readonly TestAnswer[], field: string): void;
}

/** The answers in their order, each with the element that asks. Pages that ask nothing are gone on from by themselves. */
export function AnswerSteps({ answers, onChange }: AnswerStepsProps) {
  const editor = useEditor();
  const interaction = useInteraction();
  const pages = pagesOf(interaction, editor.catalog);
  const put = (index: number, step: TestAnswer, field: string) =>
    onChange(answers.with(index, step), `${index}.${field}`);
  const [first] = pages;
  return (
    <Rows
      label="Answers, in order"
      count={answers.length}
      nameOf={(index) => `Answer ${index + 1}`}
      row={(index) => {
        const step = answers[index];
        return step ? <Step step={step} pages={pages} put={(next, field) => put(index, next, field)} /> : null;
      }}
      add="Add answer"
      onAdd={() => {
        const at = nextPage(answers, pages) ?? first?.id;
        if (at !== undefined) onChange([...answers, { at }], 'add');
      }}
      onRemove={(index) => onChange(answers.toSpliced(index, 1), 'remove')}
      onMove={(from, to) => {
        const moved = answers[from];
        if (moved) onChange(answers.toSpliced(from, 1).toSpliced(to, 0, moved), 'move');
      }}
    />
  );
}

interface StepProps {
  step: TestAnswer;
  pages: readonly Page[];
  put(step: TestAnswer, field: string): void;
}

function Step({ step, pages, put }: StepProps) {
  const interaction = useInteraction();
  const { at, answer } = step;
  const set = (change: AnswerChange, field: string) => put(changed(step, change), field);
  const variable = useAnswerVariable(at);
  const isThere = pages.some(({ id }) => id === at);
  const options = isThere ? pages : [...pages, { id: at, label: nameOf(at, interaction), description: at }];
  return (
    <>
      <ComboBox<ElementPath>
        label="At"
        // Its options are looked at once; with others it is another field.
        key={options.map(({ id, label }) => `${id} ${label}`).join()}
        options={options}
        value={at}
        onChange={(id) => {
          // Another element is asked something else.
          if (id !== null && id !== at) put({ at: id }, 'at');
        }}
      />
      <Switch
        isSelected={answer !== undefined}
        onChange={(is) =>
          set({ answer: is ? firstValue(variable?.kind ?? 'any', variable?.options) : undefined }, 'given')
        }
      >
        Something is answered
      </Switch>
      {answer === undefined ? null : (
        <ValueField
          label="Answer"
          kind={variable?.kind ?? 'any'}
          options={variable?.options}
          value={answer}
          onChange={(next) => set({ answer: next ?? null }, 'answer')}
        />
      )}
      <ExpectedHere step={step} onChange={set} />
    </>
  );
}

function changed(step: TestAnswer, change: AnswerChange): TestAnswer {
  const { at = step.at, answer, shows, hides, refused } = { ...step, ...change };
  return {
    at,
    ...(answer === undefined ? {} : { answer }),
    ...(shows === undefined ? {} : { shows }),
    ...(hides === undefined ? {} : { hides }),
    ...(refused === undefined ? {} : { refused }),
  };
}

/** The variable that an element makes of its answer; undefined where it makes none, or several. */
function useAnswerVariable(at: ElementPath): FormVariable | undefined {
  const { catalog } = useEditor();
  const { elements } = useInteraction();
  const all = useFormVariables();
  if (at.includes('/')) return undefined;
  const element = elements[topOf(at)];
  const made = element && catalog.get(element.type)?.makes(settingsOf(element));
  const [only, ...more] = made ?? [];
  return more.length === 0 ? all.find(({ key }) => key === only?.key) : undefined;
}

interface Page {
  readonly id: ElementPath;
  readonly label: string;
}

/** The elements that can be answered. */
function pagesOf({ elements }: Interaction, catalog: Catalog): readonly Page[] {
  return Object.entries(elements).flatMap(([id, element]) =>
    catalog.get(element.type)?.answer ? [{ id: id as ElementPath, label: element.name }] : [],
  );
}

/** The first page that has no answer yet. */
function nextPage(answers: readonly TestAnswer[], pages: readonly Page[]): ElementPath | undefined {
  return pages.find(({ id }) => answers.every(({ at }) => at !== id))?.id;
}
