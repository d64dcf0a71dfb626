import { closeSync, existsSync, fstatSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const TURNS_OVER_AT = 5_000_000;

/** Puts a log that has grown too long aside, keeping one old one. */
export function turnOver(file: string): void {
  if (sizeOf(file) > TURNS_OVER_AT) renameSync(file, `${file}.1`);
}

export function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0;
}

/** What was written to a file since it had the given size. */
export function readFrom(file: string, position: number): string {
  const handle = openSync(file, 'r');
  try {
    const text = Buffer.alloc(Math.max(0, fstatSync(handle).size - position));
    readSync(handle, text, 0, text.length, position);
    return text.toString('utf8');
  } finally {
    closeSync(handle);
  }
}
