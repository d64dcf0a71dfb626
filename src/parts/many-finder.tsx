/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import { toggled } from './choice-checks.tsx';
import type { InputProps } from './field-kind.ts';
import { type FoundOption, findOptions } from './find-options.ts';
import { FinderInput } from './finder-input.tsx';
import { FinderList } from './finder-list.tsx';

type ManyFinderProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: readonly string[];
};

/**
 * A long list of which any number may be chosen: typing words or a choice's number and Enter takes it or leaves it, and
 * the input is empty for the next one; Enter on the empty input goes on. Arrows mark a row for the space bar or Enter.
 */
export function ManyFinder(props: ManyFinderProps) {
  const { options, chosen, words, locked } = props;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState<string | undefined>(undefined);
  const found = useMemo(() => findOptions(options, text), [options, text]);
  const current = found.find((row) => row.option.value === marked) ?? (text.trim() === '' ? undefined : found[0]);

  const toggle = (value: string) => {
    if (locked) return;
    props.type(toggled(options, chosen, value));
    setText('');
  };
  const mark = (row: FoundOption | undefined) => row && setMarked(row.option.value);
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = current ? found.indexOf(current) : -1;
    if (event.key === 'ArrowDown') mark(found[Math.min(at + 1, found.length - 1)]);
    else if (event.key === 'ArrowUp') mark(found[Math.max(at - 1, 0)]);
    else if ((event.key === 'Enter' || (event.key === ' ' && text === '')) && current) {
      toggle(current.option.value);
      if (event.key === 'Enter') setMarked(undefined);
    } else if (event.key === 'Escape' && (text !== '' || marked !== undefined)) {
      setText('');
      setMarked(undefined);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const labels = options.filter(({ value }) => chosen.includes(value)).map(({ label }) => label);
  return (
    <div class="finder">
      <FinderInput
        input={props}
        text={text}
        placeholder={words.findMany}
        marked={current}
        find={(next) => {
          setText(next);
          setMarked(undefined);
        }}
        onKeyDown={keys}
      />
      <FinderList
        id={props.id}
        labelledBy={props.labelledBy}
        found={found}
        marked={current}
        selected={chosen}
        kept={chosen}
        note={undefined}
        many
        words={words}
        take={toggle}
      />
      <p class="finder-chosen" role="status">
        {labels.length === 0 ? words.noneChosen : words.chosen(labels.length, labels.join(', '))}
      </p>
    </div>
  );
}
