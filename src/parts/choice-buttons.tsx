/** @jsxImportSource preact */
import { useRef } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { OptionFace } from './option-face.tsx';
import { typeAhead } from './type-ahead.ts';

type ChoiceButtonsProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
  readonly layout: 'list' | 'row' | 'tiles';
};

/** One button a choice: pressing it, its number or Enter answers. Arrows and letters move between them. */
export function ChoiceButtons(props: ChoiceButtonsProps) {
  const { options, chosen, layout, locked, words } = props;
  const group = useRef<HTMLFieldSetElement>(null);
  const ahead = useRef(typeAhead());

  const buttons = () => [...(group.current?.querySelectorAll('button') ?? [])];
  const move = (event: KeyboardEvent) => {
    const all = buttons();
    const at = event.target instanceof HTMLButtonElement ? all.indexOf(event.target) : -1;
    const to = target(event, at, all.length) ?? letter(event, at);
    if (to === undefined || to < 0) return;
    event.preventDefault();
    all[to]?.focus();
  };
  const letter = (event: KeyboardEvent, at: number) => {
    if (!isLetter(event)) return undefined;
    return ahead.current(
      event.key,
      event.timeStamp,
      options.map((option) => option.label),
      at,
    );
  };

  return (
    <fieldset
      ref={group}
      class={`choices choices-${layout}`}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      onKeyDown={move}
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

function target(event: KeyboardEvent, at: number, count: number): number | undefined {
  if (event.altKey || event.ctrlKey || event.metaKey) return undefined;
  switch (event.key) {
    case 'ArrowDown':
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowUp':
    case 'ArrowLeft':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/** A single letter typed without a command key; digits pick choices and the space bar presses. */
function isLetter(event: KeyboardEvent): boolean {
  return !event.altKey && !event.ctrlKey && !event.metaKey && /^\p{L}$/u.test(event.key);
}
