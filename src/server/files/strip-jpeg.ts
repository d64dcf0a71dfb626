import { orientationIn, tiffWith } from './exif-orientation.ts';

const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0];
const START_OF_SCAN = 0xda;
const COMMENT = 0xfe;
const ADOBE = 0xee;
const ICC = [...'ICC_PROFILE\0'].map((sign) => sign.charCodeAt(0));
const JFIF = [...'JFIF\0'].map((sign) => sign.charCodeAt(0));

/**
 * Takes out of a JPEG file the segments APP1 (Exif, XMP), APP13 (IPTC), comments and all others that do not change how it
 * looks; of Exif the orientation stays. What follows the picture, such as the film of a moving photo, goes too.
 */
export function jpegWithoutMetadata(bytes: Uint8Array): Uint8Array {
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  let orientation: number | undefined;
  let at = 2;
  for (;;) {
    if (bytes[at] !== 0xff) return bytes;
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      // Bytes that fill up before a marker.
      at++;
      continue;
    }
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (marker === undefined || length < 2 || end > bytes.length) return bytes;
    if (marker === START_OF_SCAN) break;
    const content = bytes.subarray(at + 4, end);
    if (marker === 0xe1 && begins(content, EXIF)) orientation ??= orientationIn(content.subarray(EXIF.length));
    if (stays(marker, content)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  if (orientation !== undefined) kept.splice(behindJfif(kept), 0, segmentWith(orientation));
  const picture = bytes.subarray(at, endOfPicture(bytes, at));
  return Buffer.concat([...kept, picture]);
}

/** JFIF, colour profiles and Adobe's colour transform say how the picture is seen; all other application segments go. */
function stays(marker: number, content: Uint8Array): boolean {
  if (marker === COMMENT) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  if (marker === 0xe0) return begins(content, JFIF);
  if (marker === 0xe2) return begins(content, ICC);
  return marker === ADOBE;
}

function begins(content: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, n) => content[n] === sign);
}

/** JFIF stands first where it stands at all. */
function behindJfif(segments: readonly Uint8Array[]): number {
  return segments[1]?.[1] === 0xe0 ? 2 : 1;
}

function segmentWith(orientation: number): Uint8Array {
  const content = [...EXIF, ...tiffWith(orientation)];
  const length = content.length + 2;
  return Uint8Array.from([0xff, 0xe1, length >> 8, length & 0xff, ...content]);
}

/**
 * Behind the end mark of the picture: within it the byte 0xff is followed by 0, a restart mark, or the head of a segment
 * between two scans. Where there is no end mark, all is kept.
 */
function endOfPicture(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xd9) return at + 2;
    const marker = bytes[at + 1] ?? 0;
    // Tables and further scans: their content may hold any bytes.
    if (marker >= 0xc0 && marker <= 0xfe && !(marker >= 0xd0 && marker <= 0xd8)) {
      at += 1 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    }
  }
  return bytes.length;
}
