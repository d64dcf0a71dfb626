/** The path of a session that has visited nothing yet: the offset basis of the hash. */
export const NO_PATH = 0xcbf29ce484222325n;

/**
 * The hash of a path that goes on to one more element. Sessions with the same hash went the same way.
 *
 * Source: FNV-1a, 64 bits (Fowler, Noll, Vo; RFC 9923), over the ids with a zero byte after each. The prime is
 * 2^40 + 0x1b3, which lets two halves of 32 bits do without big numbers.
 */
export function pathTo(path: bigint, element: string): bigint {
  let high = Number(path >> 32n);
  let low = Number(path & 0xffffffffn);
  for (let index = 0; index <= element.length; index++) {
    low = (low ^ (index < element.length ? element.charCodeAt(index) & 0xff : 0)) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 0x100000000) + (low << 8)) >>> 0;
    low = product >>> 0;
  }
  return (BigInt(high) << 32n) | BigInt(low);
}
