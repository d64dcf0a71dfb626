import { fileTypeFromBuffer } from 'file-type';

/** Bytes that are looked at: what a file is stands at its beginning, and nobody makes this take long. */
const LOOKED_AT = 262_144;

/** Old office documents have one container for all; which one it is only their name tells. */
const OLD_OFFICE = 'application/x-cfb';
const BY_ENDING: { readonly [ending: string]: string } = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
};

/**
 * The media type of a file by its bytes; what an upload says of itself is not asked. Bytes that are words and no markup
 * are plain text. Undefined for anything else.
 */
export async function mediaTypeOf(bytes: Uint8Array, name: string): Promise<string | undefined> {
  const found = await fileTypeFromBuffer(bytes.subarray(0, LOOKED_AT));
  if (!found) return isPlainText(bytes) ? 'text/plain' : undefined;
  // The package knows older names of some types.
  const type: string = found.mime;
  return type === OLD_OFFICE ? BY_ENDING[name.split('.').at(-1)?.toLowerCase() ?? ''] : type;
}

/** Words in UTF-8 without signs that no text has, and without the beginning of a page or a drawing. */
function isPlainText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text) && !/^\s*</.test(text);
  } catch {
    // Bytes that are no UTF-8 are no text.
    return false;
  }
}
