/** @jsxImportSource preact */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { findOptions } from './find-options.ts';
import { OptionFace } from './option-face.tsx';

type ChoiceFinderProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
};

/**
 * A long list with an input above it: typing words or a choice's number narrows it, arrows move, Enter takes the
 * marked one. The list is always in sight, so that nothing opens or moves.
 */
export function ChoiceFinder(props: ChoiceFinderProps) {
  const { options, chosen, id, words, locked } = props;
  const [text, setText] = useState('');
  const found = findOptions(options, text);
  const [marked, setMarked] = useState(chosen);
  const current = found.find((row) => row.option.value === marked) ?? found[0];
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  });

  const mark = (row: (typeof found)[number] | undefined) => {
    if (!row) return;
    setMarked(row.option.value);
    if (!props.leavesAtOnce) props.type(row.option.value);
  };
  const take = (value: string) => {
    if (locked) return;
    if (props.leavesAtOnce) props.leave(value);
    else props.type(value);
  };
  const keys = (event: KeyboardEvent) => {
    const at = current ? found.indexOf(current) : -1;
    if (event.key === 'ArrowDown') mark(found[Math.min(at + 1, found.length - 1)]);
    else if (event.key === 'ArrowUp') mark(found[Math.max(at - 1, 0)]);
    else if (event.key === 'Enter' && current) {
      // Marked and left at once: Enter is answer and going on in one.
      if (!locked) props.leave(current.option.value);
    } else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class="finder">
      <input
        class="input"
        id={id}
        role="combobox"
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.find}
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.field.required || undefined}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={current ? `${id}-${current.n}` : undefined}
        readOnly={locked}
        data-first
        value={text}
        onInput={(event) => {
          const next = event.currentTarget.value;
          setText(next);
          const first = findOptions(options, next)[0];
          if (first) mark(first);
        }}
        onKeyDown={keys}
      />
      <div class="finder-list" ref={list} id={`${id}-list`} role="listbox" aria-labelledby={props.labelledBy}>
        {found.map((row) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and all keys
          <div
            key={row.option.value}
            id={`${id}-${row.n}`}
            class="finder-row"
            role="option"
            tabIndex={-1}
            aria-selected={row === current}
            data-earlier={row.option.value === chosen || undefined}
            onClick={() => take(row.option.value)}
          >
            <OptionFace option={row.option} digit={row.n} />
            {row.option.value === chosen && props.leavesAtOnce && (
              <span class="choice-earlier">{words.earlierAnswer}</span>
            )}
          </div>
        ))}
      </div>
      {found.length === 0 && <p class="finder-none">{words.nothingMatches}</p>}
    </div>
  );
}
