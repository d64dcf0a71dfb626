/** @jsxImportSource preact */
import type { PageOption } from '#contract/page.ts';

/** What a choice shows: its number key, its picture, its heading and its label. */
export function OptionFace({ option, digit }: { option: PageOption; digit: number | undefined }) {
  return (
    <>
      {digit !== undefined && (
        <span class="digit" aria-hidden="true">
          {digit}
        </span>
      )}
      {option.image !== undefined && <img class="choice-image" src={option.image} alt="" />}
      <span class="choice-words">
        {option.heading !== undefined && <span class="choice-heading">{option.heading}</span>}
        <span class="choice-label">{option.label}</span>
      </span>
    </>
  );
}
