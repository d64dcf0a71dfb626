import { jpegWithoutMetadata } from './strip-jpeg.ts';
import { pngWithoutMetadata } from './strip-png.ts';
import { webpWithoutMetadata } from './strip-webp.ts';

const BY_TYPE: { readonly [type: string]: (bytes: Uint8Array) => Uint8Array } = {
  'image/jpeg': jpegWithoutMetadata,
  'image/png': pngWithoutMetadata,
  'image/webp': webpWithoutMetadata,
};

/**
 * A picture without what a camera or a program wrote into it beside what is seen: place, time, owner, device, comments. The
 * picture itself is not encoded anew, and which way up it is stays. Parts that cannot be read are left as they are.
 */
export function withoutMetadata(bytes: Uint8Array, type: string): Uint8Array {
  return BY_TYPE[type]?.(bytes) ?? bytes;
}
