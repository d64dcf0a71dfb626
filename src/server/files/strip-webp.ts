import { orientationIn, tiffWith } from './exif-orientation.ts';

const HEAD = 12;
/** In the flags of the chunk VP8X: that there is Exif, that there is XMP (WebP container, extended file format). */
const HAS_EXIF = 0x08;
const HAS_XMP = 0x04;
/** Some programs write it before the Exif of a WebP file, as in a JPEG one. */
const JPEG_SIGNS = Buffer.from('Exif\0\0', 'latin1');

/** Takes Exif and XMP out of a WebP file; of Exif the orientation stays. What follows the last chunk goes too. */
export function webpWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const ending = Math.min(whole.length, 8 + whole.readUInt32LE(4));
  const chunks: { readonly type: string; readonly content: Buffer }[] = [];
  for (let at = HEAD; at + 8 <= ending; ) {
    const end = at + 8 + whole.readUInt32LE(at + 4);
    if (end > whole.length) return bytes;
    chunks.push({ type: whole.toString('latin1', at, at + 4), content: whole.subarray(at + 8, end) });
    // Chunks begin at even places.
    at = end + (end % 2);
  }
  const exif = chunks.find(({ type }) => type === 'EXIF')?.content;
  const orientation = exif && orientationIn(exif.indexOf(JPEG_SIGNS) === 0 ? exif.subarray(JPEG_SIGNS.length) : exif);
  const kept = chunks.filter(({ type }) => type !== 'EXIF' && type !== 'XMP ');
  if (orientation !== undefined) kept.push({ type: 'EXIF', content: Buffer.from(tiffWith(orientation)) });
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    ...kept.flatMap(({ type, content }) =>
      written(type, type === 'VP8X' ? flagged(content, orientation !== undefined) : content),
    ),
  ]);
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), numbered(body.length), body]);
}

function flagged(content: Buffer, hasExif: boolean): Buffer {
  const changed = Buffer.from(content);
  changed[0] = ((changed[0] ?? 0) & ~(HAS_EXIF | HAS_XMP)) | (hasExif ? HAS_EXIF : 0);
  return changed;
}

function written(type: string, content: Buffer): Buffer[] {
  return [Buffer.from(type, 'latin1'), numbered(content.length), content, Buffer.alloc(content.length % 2)];
}

function numbered(length: number): Buffer {
  const four = Buffer.alloc(4);
  four.writeUInt32LE(length);
  return four;
}
