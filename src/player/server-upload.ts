import type { ProblemBody } from '#api/errors.ts';
import type { FileValue } from '#contract/file-value.ts';
import type { Upload, Uploaded } from '#parts/upload.ts';

/**
 * Sends files to the server as they are chosen. An XMLHttpRequest, as it alone tells how much has been sent.
 *
 * @param address where the files of the session are
 */
export function serverUpload(address: string): Upload {
  return (file, { progress, signal }) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const form = new FormData();
      form.append('file', file, file.name);
      request.upload.onprogress = ({ loaded, total }) => progress(total > 0 ? loaded / total : 0);
      request.onload = () => resolve(uploaded(request));
      request.onerror = () => resolve({ kind: 'away' });
      request.onabort = () => resolve({ kind: 'away' });
      signal.addEventListener('abort', () => request.abort(), { once: true });
      request.responseType = 'json';
      request.open('POST', address);
      request.send(form);
    });
}

function uploaded({ status, response }: XMLHttpRequest): Uploaded {
  if (status === 201) return { kind: 'done', file: response as FileValue };
  if (status >= 500 || status === 429 || response === null) return { kind: 'away' };
  const { code = '', detail = '' } = response as Partial<ProblemBody>;
  return { kind: 'refused', code, message: detail };
}
