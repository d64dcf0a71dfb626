import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { photo, png, pngChunks, TOLD, webp } from '#test/server/pictures.ts';
import { orientationIn } from './exif-orientation.ts';
import { withoutMetadata } from './strip-metadata.ts';

const stripped = (bytes: Buffer, type: string) => Buffer.from(withoutMetadata(bytes, type));

describe('a photo', () => {
  it.each([1, 3, 6, 8])('as JPEG loses all but what is seen, and stays the way up it is (%i)', (orientation) => {
    for (const order of ['II', 'MM'] as const) {
      const { made, start, rest } = photo(orientation, order);
      const kept = stripped(made, 'image/jpeg');
      expect(kept.includes(TOLD)).toBe(false);
      expect(kept.subarray(0, start.length).equals(start)).toBe(true);
      expect(kept.subarray(-rest.length).equals(rest)).toBe(true);
      const exif = kept.subarray(start.length, kept.length - rest.length);
      expect(exif.length === 0 ? 1 : orientationIn(exif.subarray(10))).toBe(orientation);
      expect(stripped(kept, 'image/jpeg').equals(kept)).toBe(true);
    }
  });

  it('as PNG loses its texts, and stays the way up it is', () => {
    const made = png(6);
    const chunks = pngChunks(stripped(made, 'image/png'));
    expect(chunks.map(({ type }) => type)).toEqual(['IHDR', 'eXIf', 'IDAT', 'IEND']);
    expect(chunks.every(({ isWhole }) => isWhole)).toBe(true);
    expect(orientationIn(chunks[1]?.content ?? Buffer.alloc(0))).toBe(6);
    expect(stripped(made, 'image/png').includes(TOLD)).toBe(false);
    expect(pngChunks(stripped(png(1), 'image/png')).map(({ type }) => type)).toEqual(['IHDR', 'IDAT', 'IEND']);
  });

  it('as WebP loses Exif and XMP and says so in its head, and stays the way up it is', () => {
    const kept = stripped(webp(8), 'image/webp');
    expect(kept.includes(TOLD)).toBe(false);
    expect(kept.readUInt32LE(4)).toBe(kept.length - 8);
    // Of the flags, that of the picture's own (0x20) stays, and that there is Exif.
    expect(kept[20]).toBe(0x28);
    expect(orientationIn(kept.subarray(kept.indexOf('EXIF') + 8))).toBe(8);
    expect(kept.includes(Buffer.from([0x2f, 0, 0, 0, 0x10, 7, 0x10]))).toBe(true);
    const upright = stripped(webp(1), 'image/webp');
    expect([upright[20], upright.includes('EXIF')]).toEqual([0x20, false]);
  });
});

it('of another kind stays as it is', () => {
  const words = Buffer.from(TOLD);
  expect(withoutMetadata(words, 'text/plain')).toBe(words);
});

it.each([
  ['image/jpeg', photo(6).made],
  ['image/png', png(6)],
  ['image/webp', webp(6)],
])('%s that is cut off or broken is taken, and never grows much', (type, made) => {
  const broken = fc.record({
    length: fc.integer({ min: 16, max: made.length }),
    at: fc.nat(made.length - 1),
    byte: fc.nat(255),
  });
  fc.assert(
    fc.property(broken, ({ length, at, byte }) => {
      const bytes = Buffer.from(made);
      bytes[at] = byte;
      const kept = withoutMetadata(bytes.subarray(0, length), type);
      expect(kept.length).toBeLessThanOrEqual(length + 64);
    }),
  );
});
