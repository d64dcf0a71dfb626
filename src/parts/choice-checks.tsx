/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { focusMover } from './move-focus.ts';
import { OptionFace } from './option-face.tsx';

type ChoiceChecksProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: readonly string[];
  readonly layout: 'list' | 'tiles';
};

/** Check boxes: a choice's number or the space bar takes it or leaves it, Enter goes on. Arrows and letters move. */
export function ChoiceChecks(props: ChoiceChecksProps) {
  const { options, chosen, layout, locked } = props;
  const group = useRef<HTMLFieldSetElement>(null);
  const move = useRef(focusMover());
  const keys = (event: KeyboardEvent) => {
    const boxes = [...(group.current?.querySelectorAll('input') ?? [])];
    const labels = options.map((option) => option.label);
    move.current(event, boxes, labels);
  };
  const first = Math.max(
    options.findIndex(({ value }) => chosen.includes(value)),
    0,
  );
  return (
    <fieldset
      ref={group}
      class={`choices choices-${layout}`}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onKeyDown={keys}
    >
      {options.map((option, i) => (
        <label key={option.value} class="choice choice-box" data-chosen={chosen.includes(option.value) || undefined}>
          <input
            type="checkbox"
            id={i === 0 ? props.id : undefined}
            value={option.value}
            checked={chosen.includes(option.value)}
            aria-disabled={locked || undefined}
            aria-invalid={props.invalid || undefined}
            aria-keyshortcuts={i < 9 ? String(i + 1) : undefined}
            data-digit={i < 9 ? i + 1 : undefined}
            data-first={i === first || undefined}
            onClick={(event) => locked && event.preventDefault()}
            onChange={() => !locked && props.type(toggled(options, chosen, option.value))}
          />
          <OptionFace option={option} digit={i < 9 ? i + 1 : undefined} />
        </label>
      ))}
    </fieldset>
  );
}

/** The chosen values with one taken or left, in the order in which they are offered. */
export function toggled(options: readonly PageOption[], chosen: readonly string[], value: string): readonly string[] {
  const has = chosen.includes(value);
  return options.flatMap((option) => {
    const kept = option.value === value ? !has : chosen.includes(option.value);
    return kept ? [option.value] : [];
  });
}
