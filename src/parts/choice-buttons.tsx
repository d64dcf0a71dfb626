/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { focusMover } from './move-focus.ts';
import { OptionFace } from './option-face.tsx';

type ChoiceButtonsProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
  readonly layout: 'list' | 'row' | 'tiles';
};

/** One button a choice: pressing it, its number or Enter answers. Arrows and letters move between them. */
export function ChoiceButtons(props: ChoiceButtonsProps) {
  const { options, chosen, layout, locked, words } = props;
  const group = useRef<HTMLFieldSetElement>(null);
  const move = useRef(focusMover());
  const keys = (event: KeyboardEvent) => {
    const buttons = [...(group.current?.querySelectorAll('button') ?? [])];
    const labels = options.map((option) => option.label);
    move.current(event, buttons, labels);
  };

  return (
    <fieldset
      ref={group}
      class={`choices choices-${layout}`}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onKeyDown={keys}
    >
      {options.map((option, i) => (
        <button
          key={option.value}
          type="button"
          class="choice"
          id={i === 0 ? props.id : undefined}
          aria-disabled={locked}
          aria-keyshortcuts={i < 9 ? String(i + 1) : undefined}
          data-digit={i < 9 ? i + 1 : undefined}
          data-earlier={option.value === chosen || undefined}
          data-first={(chosen === undefined ? i === 0 : option.value === chosen) || undefined}
          onClick={() => !locked && props.leave(option.value)}
        >
          <OptionFace option={option} digit={i < 9 ? i + 1 : undefined} />
          {option.value === chosen && <span class="choice-earlier">{words.earlierAnswer}</span>}
        </button>
      ))}
    </fieldset>
  );
}
