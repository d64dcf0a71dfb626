import { fileKindOf } from '#contract/file-kinds.ts';
import type { FileValue } from '#contract/file-value.ts';
import type { Upload } from '#parts/upload.ts';
import { LIMITS } from '#prelude/limits.ts';

/** Takes files for a run in this browser: they stay in the page and go with it, but the same ones are refused. */
export function localUpload(): Upload {
  let taken = 0;
  return async (file, { progress }) => {
    if (file.size === 0) return { kind: 'refused', code: 'file.empty', message: '' };
    if (file.size > LIMITS.uploadMegabytes * 1_000_000) return { kind: 'refused', code: 'file.too-large', message: '' };
    const type = /^text\/(?!html)/.test(file.type) ? 'text/plain' : file.type;
    if (!fileKindOf(type)) return { kind: 'refused', code: 'file.kind', message: '' };
    progress(1);
    const value: FileValue = {
      id: `fil_preview${++taken}`,
      name: file.name.slice(0, LIMITS.fileName),
      type,
      size: file.size,
    };
    return { kind: 'done', file: value };
  };
}
