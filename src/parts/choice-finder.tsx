/** @jsxImportSource preact */
import { useMemo, useState } from 'preact/hooks';
import type { PageOption } from '#contract/page.ts';
import type { InputProps } from './field-kind.ts';
import { type FoundOption, findOptions } from './find-options.ts';
import { FinderInput } from './finder-input.tsx';
import { FinderList } from './finder-list.tsx';

type ChoiceFinderProps = InputProps & {
  readonly options: readonly PageOption[];
  readonly chosen: string | undefined;
};

/**
 * A long list with an input above it: typing words or a choice's number narrows it, arrows move, Enter takes the
 * marked one. The list is always in sight, so that nothing opens or moves.
 */
export function ChoiceFinder(props: ChoiceFinderProps) {
  const { options, chosen, words, locked } = props;
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(chosen);
  const found = useMemo(() => findOptions(options, text), [options, text]);
  const current = found.find((row) => row.option.value === marked) ?? found[0];

  const mark = (row: FoundOption | undefined) => {
    if (!row) return;
    setMarked(row.option.value);
    if (!props.leavesAtOnce) props.type(row.option.value);
  };
  const take = (value: string) => {
    if (locked) return;
    if (props.leavesAtOnce) props.leave(value);
    else {
      setMarked(value);
      props.type(value);
    }
  };
  const find = (next: string) => {
    setText(next);
    mark(findOptions(options, next)[0]);
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
      <FinderInput input={props} text={text} placeholder={words.find} marked={current} find={find} onKeyDown={keys} />
      <FinderList
        id={props.id}
        labelledBy={props.labelledBy}
        found={found}
        marked={current}
        selected={current ? [current.option.value] : []}
        kept={chosen === undefined ? [] : [chosen]}
        note={props.leavesAtOnce ? words.earlierAnswer : undefined}
        many={false}
        words={words}
        take={take}
      />
    </div>
  );
}
