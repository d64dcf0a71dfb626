/** @jsxImportSource preact */
import { useEffect, useRef } from 'preact/hooks';
import type { FoundOption } from './find-options.ts';
import { OptionFace } from './option-face.tsx';
import type { PlayerWords } from './words.ts';

/** Rows that are drawn at once; whoever looks for the others types. */
const MOST_ROWS = 300;

interface FinderListProps {
  /** The id of the input that has the focus; its list's is made of it. */
  readonly id: string;
  readonly labelledBy: string;
  readonly found: readonly FoundOption[];
  readonly marked: FoundOption | undefined;
  /** The values that count as chosen by those who hear the list. */
  readonly selected: readonly string[];
  /** Shown with a mark, and with `note` beside it. */
  readonly kept: readonly string[];
  readonly note: string | undefined;
  readonly many: boolean;
  readonly words: PlayerWords;
  take(value: string): void;
}

/** The list under a finder's input: it never takes the focus, and the marked row is always in sight. */
export function FinderList(props: FinderListProps) {
  const { id, found, marked, many, words } = props;
  const list = useRef<HTMLDivElement>(null);
  const shown = found.length > MOST_ROWS ? found.slice(0, MOST_ROWS) : found;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another row is marked
  useEffect(() => {
    list.current?.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' });
  }, [marked?.option.value, found]);
  return (
    <>
      <div
        class="finder-list"
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-multiselectable={many || undefined}
        aria-labelledby={props.labelledBy}
      >
        {shown.map((row) => {
          const { value } = row.option;
          const isKept = props.kept.includes(value);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the input above has the focus and all keys
            <div
              key={value}
              id={`${id}-${row.n}`}
              class="finder-row"
              role="option"
              tabIndex={-1}
              aria-selected={props.selected.includes(value)}
              data-marked={row === marked || undefined}
              data-earlier={isKept || undefined}
              onClick={() => props.take(value)}
            >
              {many && <span class="finder-box" data-on={isKept || undefined} aria-hidden="true" />}
              <OptionFace option={row.option} digit={row.n} />
              {isKept && props.note !== undefined && <span class="choice-earlier">{props.note}</span>}
            </div>
          );
        })}
      </div>
      {/* Filled after it was there, else it is not announced. */}
      <div role="status">{found.length === 0 && <p class="finder-none">{words.nothingMatches}</p>}</div>
      {found.length > shown.length && <p class="finder-none">{words.moreChoices(found.length - shown.length)}</p>}
    </>
  );
}
