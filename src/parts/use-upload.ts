import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageField } from '#contract/page.ts';
import { showBytes } from '#prelude/locale.ts';
import type { InputProps } from './field-kind.ts';
import { numberLimit } from './limits.ts';
import type { PlayerWords } from './words.ts';

export interface Sending {
  readonly name: string;
  /** How much has been sent, from 0 to 1. */
  readonly share: number;
}

/** One file on its way: sent when it is chosen, let go when somebody thinks better of it or the page is left. */
export function useUpload(input: InputProps) {
  const latest = useRef(input);
  latest.current = input;
  const [sending, setSending] = useState<Sending | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [preview, setPreview] = useState<string | undefined>(undefined);
  const underWay = useRef<AbortController | undefined>(undefined);

  useEffect(() => () => underWay.current?.abort(), []);
  useEffect(() => (preview === undefined ? undefined : () => URL.revokeObjectURL(preview)), [preview]);

  const send = async (file: File) => {
    const { upload, field, words, language } = latest.current;
    const most = numberLimit(field, 'mostBytes');
    setPreview(undefined);
    if (!upload || (most !== undefined && file.size > most)) {
      setProblem(problemWords('file.too-large', field, words, language));
      return;
    }
    underWay.current?.abort();
    const controller = new AbortController();
    underWay.current = controller;
    setProblem(undefined);
    setSending({ name: file.name, share: 0 });
    // While it is on its way the answer is no file yet: going on is refused, and says so.
    latest.current.type({ pending: file.name });
    const progress = (share: number) => !controller.signal.aborted && setSending({ name: file.name, share });
    const uploaded = await upload(file, { progress, signal: controller.signal });
    if (controller.signal.aborted) return;
    setSending(undefined);
    if (uploaded.kind === 'done') {
      if (file.type.startsWith('image/')) setPreview(URL.createObjectURL(file));
      latest.current.type({ ...uploaded.file });
      return;
    }
    latest.current.type(undefined);
    setProblem(problemWords(uploaded.kind === 'refused' ? uploaded.code : 'away', field, words, language));
  };
  const cancel = () => {
    underWay.current?.abort();
    setSending(undefined);
    latest.current.type(undefined);
  };
  const forget = () => {
    setPreview(undefined);
    setProblem(undefined);
  };
  return { sending, problem, preview, send, cancel, forget };
}

/** Why a file was not taken, in the page's language. */
function problemWords(code: string, field: PageField, words: PlayerWords, language: string): string {
  switch (code) {
    case 'file.too-large':
    case 'request.too-large':
      return words.fileTooLarge(showBytes(numberLimit(field, 'mostBytes') ?? 0, language));
    case 'file.kind':
      return words.fileKind;
    case 'file.empty':
      return words.fileEmpty;
    case 'file.too-many':
      return words.fileTooMany;
    default:
      return words.uploadFailed;
  }
}
