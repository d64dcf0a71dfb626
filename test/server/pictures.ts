import { crc32, deflateSync } from 'node:zlib';

/** What a telephone writes beside the picture; nobody who gets the picture may read it. */
export const TOLD = 'N 51 30 26.4 W 0 7 39.9 of Ana Moreno';

/** A TIFF block as a camera writes it: which way up, and where. */
function cameraTiff(orientation: number, order: 'II' | 'MM' = 'II'): Buffer {
  const two = (value: number) => {
    const bytes = Buffer.alloc(2);
    if (order === 'II') bytes.writeUInt16LE(value);
    else bytes.writeUInt16BE(value);
    return bytes;
  };
  const four = (value: number) => (order === 'II' ? [two(value), two(0)] : [two(0), two(value)]);
  const told = Buffer.from(TOLD);
  return Buffer.concat([
    Buffer.from(order),
    two(42),
    ...four(8),
    two(2),
    ...[two(0x010e), two(2), ...four(told.length), ...four(38)],
    ...[two(0x0112), two(3), ...four(1), two(orientation), two(0)],
    ...four(0),
    told,
  ]);
}

const exif = (tiff: Buffer) => Buffer.concat([Buffer.from('Exif\0\0'), tiff]);

function segment(marker: number, content: Uint8Array | string): Buffer {
  const bytes = Buffer.from(content);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(bytes.length + 2, 2);
  return Buffer.concat([head, bytes]);
}

const JFIF = segment(0xe0, Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01\0\0', 'latin1'));
const COLOURS = segment(0xe2, 'ICC_PROFILE\0\x01\x01 the colours');
/** The picture itself: tables, a scan with escaped and restart bytes, and a second scan with a table before it. */
const SEEN = Buffer.concat([
  segment(0xdb, Buffer.alloc(65, 3)),
  segment(0xc2, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
  segment(0xc4, Buffer.from([0xff, 0xd9, 0xff, 0xd9])),
  segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
  Buffer.from([5, 0xff, 0, 6]),
  Buffer.from([0xff, 0xd9]),
]);

/** A JPEG file as a telephone makes it, and the same without what it tells. */
export function photo(orientation: number, order?: 'II' | 'MM') {
  const start = Buffer.from([0xff, 0xd8]);
  const made = Buffer.concat([
    start,
    JFIF,
    segment(0xe1, exif(cameraTiff(orientation, order))),
    segment(0xe1, `http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${TOLD}</x:xmpmeta>`),
    COLOURS,
    segment(0xe2, `MPF\0${TOLD}`),
    segment(0xed, `Photoshop 3.0\0${TOLD}`),
    segment(0xfe, TOLD),
    SEEN,
    Buffer.from(`a film of ${TOLD}`),
  ]);
  return { made, start: Buffer.concat([start, JFIF]), rest: Buffer.concat([COLOURS, SEEN]) };
}

function chunk(type: string, content: Uint8Array | string): Buffer {
  const named = Buffer.concat([Buffer.from(type), Buffer.from(content)]);
  const whole = Buffer.alloc(named.length + 8);
  whole.writeUInt32BE(named.length - 4, 0);
  named.copy(whole, 4);
  whole.writeUInt32BE(crc32(named), whole.length - 4);
  return whole;
}

/** The chunks of a PNG file, each with what is in it and whether its sum is right. */
export function pngChunks(bytes: Buffer): { type: string; content: Buffer; isWhole: boolean }[] {
  const found = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const named = bytes.subarray(at + 4, at + 8 + length);
    const isWhole = bytes.readUInt32BE(at + 8 + length) === crc32(named);
    found.push({ type: named.toString('latin1', 0, 4), content: named.subarray(4), isWhole });
    at += 12 + length;
  }
  return found;
}

/** One grey pixel as PNG, with texts, a time and Exif. */
export function png(orientation: number): Buffer {
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('tEXt', `Comment\0${TOLD}`),
    chunk('iTXt', `XML:com.adobe.xmp\0\0\0\0\0${TOLD}`),
    chunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(TOLD)])),
    chunk('tIME', Buffer.from([7, 234, 11, 27, 10, 0, 0])),
    chunk('eXIf', cameraTiff(orientation, 'MM')),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', ''),
    Buffer.from(TOLD),
  ]);
}

/** A WebP file of the extended kind with Exif and XMP; its picture is no more than its chunk. */
export function webp(orientation: number): Buffer {
  const part = (type: string, content: Buffer) => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([head, content, Buffer.alloc(content.length % 2)]);
  };
  const body = Buffer.concat([
    Buffer.from('WEBP'),
    part('VP8X', Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0])),
    part('VP8L', Buffer.from([0x2f, 0, 0, 0, 0x10, 7, 0x10])),
    part('EXIF', cameraTiff(orientation)),
    part('XMP ', Buffer.from(`<x:xmpmeta>${TOLD}</x:xmpmeta>`)),
  ]);
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
