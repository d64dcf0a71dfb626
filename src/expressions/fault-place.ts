/** A stretch of a text that is wrong, with some of what stands around it. */
export interface FaultPlace {
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
}

/** So many characters around it tell where it is. */
const AROUND = 24;

/** What is wrong in a text, from and to counted in UTF-16 units; of what is missing at the end, the last of what is there. */
export function faultPlace(text: string, from: number, to: number): FaultPlace {
  const start = Math.max(0, Math.min(from, text.length - 1));
  const end = Math.max(start + 1, Math.min(to, text.length));
  const first = Math.max(0, start - AROUND);
  const last = Math.min(text.length, end + AROUND);
  return {
    before: `${first > 0 ? '…' : ''}${text.slice(first, start)}`,
    wrong: text.slice(start, end),
    after: `${text.slice(end, last)}${last < text.length ? '…' : ''}`,
  };
}

/** The same for where there are words alone: `age + ▸“old”◂`. */
export function faultInWords(text: string, from: number, to: number): string {
  const { before, wrong, after } = faultPlace(text, from, to);
  return `${before}▸${wrong}◂${after}`.replace(/\s+/g, ' ').trim();
}
