/** @jsxImportSource preact */
import type { PageField } from '#contract/page.ts';
import type { Json } from '#prelude/json.ts';
import { FIELD_KINDS } from './field-kinds.ts';
import type { Typed, ViewProps } from './view.ts';

interface FieldProps {
  readonly view: ViewProps;
  readonly field: PageField;
  /** The id of the text that names the field, where the page's own text does; else its label is shown. */
  readonly namedBy?: string;
}

/** One input with its label, its hint and, after a refusal, what is wrong with it. */
export function Field({ view, field, namedBy }: FieldProps) {
  const kind = FIELD_KINDS[field.kind];
  const { page, words } = view;
  if (!kind) return <p class="cannot-show">{words.cannotShow}</p>;
  const id = `f-${field.name}`;
  const labelId = namedBy ?? `${id}-label`;
  const problem = view.problems.find((each) => each.field === field.name);
  const described = problem ? `${id}-problem` : field.hint ? `${id}-hint` : undefined;
  return (
    <div class="field" data-field={field.name} data-invalid={problem ? true : undefined}>
      {namedBy === undefined && (
        // No label of the browser's: that would be part of the first choice's name, and a press on it would choose it.
        // biome-ignore lint/a11y/noStaticElementInteractions: a press is a wider way to the input below it
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys come to the input by themselves
        <span class="field-label" id={labelId} onClick={toInput}>
          {field.label}
          {!field.required && <span class="field-optional"> ({words.optional})</span>}
        </span>
      )}
      {/* One line, whichever of the two stands in it: a refusal moves nothing. */}
      {(field.hint !== undefined || problem) && (
        <p class={problem ? 'field-problem' : 'field-hint'} id={described}>
          {problem ? problem.message : field.hint}
        </p>
      )}
      <kind.Input
        field={field}
        value={typedOf(field, view.typed, page.language)}
        language={page.language}
        words={words}
        id={id}
        labelledBy={labelId}
        describedBy={described}
        invalid={problem !== undefined}
        locked={view.busy || view.readOnly}
        leavesAtOnce={page.part.next === undefined}
        served={view.served}
        upload={view.upload}
        type={(value) => view.type(field.name, value)}
        leave={(value) => view.leave(field.name, value)}
      />
    </div>
  );
}

/** Puts the focus into what the label names, and chooses nothing. */
function toInput({ currentTarget }: MouseEvent): void {
  if (!(currentTarget instanceof HTMLElement)) return;
  currentTarget.closest('.field')?.querySelector<HTMLElement>('[data-first]')?.focus();
}

function typedOf(field: PageField, typed: Typed, language: string): Json | undefined {
  if (Object.hasOwn(typed, field.name)) return typed[field.name];
  return FIELD_KINDS[field.kind]?.typed(field.value, language, field) ?? field.value;
}

/** The answer that stands in a field: what was typed, else the earlier answer. */
export function fieldAnswer(field: PageField, typed: Typed, language: string): Json | undefined {
  if (!Object.hasOwn(typed, field.name)) return field.value;
  const kind = FIELD_KINDS[field.kind];
  return kind ? kind.answer(typed[field.name], language, field) : typed[field.name];
}

/** What stands in the inputs as another language writes it; what cannot be read stays as it was typed. */
export function retyped(fields: readonly PageField[], typed: Typed, from: string, to: string): Typed {
  const written = Object.entries(typed).map(([name, value]) => {
    const field = fields.find((each) => each.name === name);
    const kind = field && FIELD_KINDS[field.kind];
    if (!kind) return [name, value];
    const answer = kind.answer(value, from, field);
    return [name, answer === undefined || answer === value ? value : kind.typed(answer, to, field)];
  });
  return Object.fromEntries(written);
}
