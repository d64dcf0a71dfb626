import type { SourceFile } from './source-file.ts';

export interface Finding {
  readonly line: number;
  /** What is wrong and what to do, as a sentence. */
  readonly says: string;
}

/** One law of the house. It sees one file at a time. */
export interface Rule {
  readonly name: string;
  /** Whether it also holds for test files and for what stands outside `src/`. */
  readonly alsoTests: boolean;
  check(file: SourceFile): Iterable<Finding>;
}
