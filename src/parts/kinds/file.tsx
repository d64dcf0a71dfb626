/** @jsxImportSource preact */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { isFileValue } from '#contract/file-value.ts';
import { showBytes } from '#prelude/locale.ts';
import { asItIs, type FieldKind, type InputProps } from '../field-kind.ts';
import { KeptFile } from '../kept-file.tsx';
import { listLimit, numberLimit } from '../limits.ts';
import { useUpload } from '../use-upload.ts';

/** A file is chosen, photographed, dropped or pasted, and sent at once; what is kept is shown and can be taken away. */
function FileInput(props: InputProps) {
  const { words, language, locked, upload } = props;
  const { sending, problem, preview, send, cancel, forget } = useUpload(props);
  const [over, setOver] = useState(false);
  const kept = useRef<HTMLDivElement>(null);
  const ways = useRef<HTMLDivElement>(null);
  const takesFocus = useRef(false);
  const file = isFileValue(props.value) ? props.value : undefined;

  // Whoever chose a file, or took one away, goes on by keys where the one or the other is done next: at once, for the next
  // key may come before the page is painted.
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever a file came or went
  useLayoutEffect(() => {
    if (sending) return;
    if (takesFocus.current) (kept.current ?? ways.current?.querySelector('button'))?.focus();
    takesFocus.current = false;
  }, [file?.id, sending]);

  // What was on its way when the page was reloaded never arrived.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the field comes
  useEffect(() => {
    if (props.value !== undefined && !file) props.type(undefined);
  }, []);

  const take = (files: FileList | null | undefined) => {
    const [first] = files ?? [];
    if (!first || locked) return;
    takesFocus.current = true;
    void send(first);
  };
  const remove = () => {
    if (locked) return;
    takesFocus.current = true;
    forget();
    props.type(undefined);
  };
  const letGo = () => {
    takesFocus.current = true;
    cancel();
  };
  if (!upload && !file) return <p class="file-none">{words.noUploads}</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this is
    <div
      class="file"
      role="group"
      aria-labelledby={props.labelledBy}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
      onPaste={(event) => {
        if ((event.clipboardData?.files.length ?? 0) === 0) return;
        event.preventDefault();
        take(event.clipboardData?.files);
      }}
    >
      {sending ? (
        <div class="file-sending">
          <span class="file-name">{sending.name}</span>
          <progress max={1} value={sending.share} aria-label={words.uploading(sending.name)} />
          <button type="button" class="quiet-button" data-first onClick={letGo}>
            {words.cancel}
          </button>
        </div>
      ) : file ? (
        <KeptFile {...{ file, preview, language, words, locked, remove }} innerRef={kept} />
      ) : (
        <div class="file-ways" ref={ways}>
          <ChooseButton input={props} label={words.chooseFile} isFirst take={take} />
          {listLimit(props.field, 'accepts').includes('image') && (
            <ChooseButton input={props} label={words.takePhoto} isFirst={false} take={take} />
          )}
          <span class="file-drop">{words.dropFile}</span>
        </div>
      )}
      <p class="understood" role="status" data-wrong={problem !== undefined || undefined}>
        {problem ??
          (file || sending ? '' : words.fileLimit(showBytes(numberLimit(props.field, 'mostBytes') ?? 0, language)))}
      </p>
    </div>
  );
}

interface ChooseButtonProps {
  readonly input: InputProps;
  readonly label: string;
  /** The first chooses any file; the other opens the camera, where there is one in the hand. */
  readonly isFirst: boolean;
  take(files: FileList | null): void;
}

/** A button that is pressed by keys like any other; the browser's own control is behind it. */
function ChooseButton({ input, label, isFirst, take }: ChooseButtonProps) {
  const chooser = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        class={isFirst ? 'quiet-button' : 'quiet-button file-camera'}
        id={isFirst ? input.id : undefined}
        aria-describedby={input.describedBy}
        disabled={input.locked}
        data-first={isFirst || undefined}
        onClick={() => chooser.current?.click()}
      >
        {label}
      </button>
      <input
        ref={chooser}
        class="file-chooser"
        type="file"
        accept={isFirst ? listLimit(input.field, 'types').join(',') : 'image/*'}
        capture={isFirst ? undefined : 'environment'}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again.
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

export const file: FieldKind = { Input: FileInput, ...asItIs };
