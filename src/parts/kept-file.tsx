/** @jsxImportSource preact */
import type { Ref } from 'preact';
import type { FileValue } from '#contract/file-value.ts';
import { showBytes } from '#prelude/locale.ts';
import type { PlayerWords } from './words.ts';

interface KeptFileProps {
  readonly file: FileValue;
  readonly preview: string | undefined;
  readonly language: string;
  readonly words: PlayerWords;
  readonly locked: boolean;
  readonly innerRef: Ref<HTMLDivElement>;
  remove(): void;
}

/** A file that was taken. It has the focus once it is there, so that Enter goes on and Delete takes it away. */
export function KeptFile({ file, preview, language, words, locked, innerRef, remove }: KeptFileProps) {
  const size = showBytes(file.size, language);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset holds controls and takes no keys itself
    <div
      ref={innerRef}
      class="file-kept"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys act on it
      tabIndex={0}
      data-first
      aria-label={`${file.name}, ${size}`}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' || event.target !== event.currentTarget) return;
        event.preventDefault();
        remove();
      }}
    >
      {preview === undefined ? (
        <svg class="file-picture" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M14 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8l-6-6v6h6" />
        </svg>
      ) : (
        <img class="file-picture" src={preview} alt="" />
      )}
      <span class="file-words">
        <span class="file-name">{file.name}</span>
        <span class="file-size">{size}</span>
      </span>
      <button type="button" class="quiet-button" disabled={locked} onClick={remove}>
        {words.remove}
      </button>
    </div>
  );
}
