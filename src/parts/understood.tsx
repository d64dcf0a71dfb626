/** @jsxImportSource preact */
import type { InputProps } from './field-kind.ts';

interface UnderstoodProps {
  readonly input: InputProps;
  /** What the typed text means; undefined while it means nothing. */
  readonly words: string | undefined;
  /** Said while something is typed that means nothing; left out where that is no fault yet. */
  readonly unclear?: string;
}

/** One line beneath an input: what was understood, before anybody goes on. It is always there, so that nothing moves. */
export function Understood({ input, words, unclear = '' }: UnderstoodProps) {
  const isUnclear = words === undefined && textOf(input) !== '' && unclear !== '';
  return (
    <p class="understood" id={understoodId(input)} data-unclear={isUnclear || undefined}>
      {words ?? (isUnclear ? unclear : '')}
    </p>
  );
}

/** The props of an input that is described by what was understood, beside its hint or its problem. */
export function describedByUnderstood(input: InputProps): InputProps {
  const described = [input.describedBy, understoodId(input)].filter((id) => id !== undefined);
  return { ...input, describedBy: described.join(' ') };
}

function understoodId({ id }: InputProps): string {
  return `${id}-understood`;
}

/** The text that stands in an input of one line. */
export function textOf({ value }: Pick<InputProps, 'value'>): string {
  return typeof value === 'string' ? value.trim() : '';
}
