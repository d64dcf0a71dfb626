import { assertNever } from '#prelude/assert-never.ts';
import type { CharacterTest, Pattern } from './pattern.ts';

/** A step of the machine that looks for a pattern. Numbers of steps are places in the program. */
export type Step =
  | { readonly kind: 'character'; readonly test: CharacterTest }
  /** Two ways; `first` is preferred. */
  | { readonly kind: 'fork'; first: number; second: number }
  | { readonly kind: 'jump'; to: number }
  /** Keeps the place in the text: of group n the start at 2n, the end at 2n + 1. */
  | { readonly kind: 'keep'; readonly slot: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' }
  | { readonly kind: 'reference'; readonly index: number }
  | { readonly kind: 'found' };

export interface Program {
  readonly steps: readonly Step[];
  readonly slots: number;
  readonly hasReferences: boolean;
  readonly lines: boolean;
  readonly ignoreCase: boolean;
}

/** Counted repetitions are written out, so a short pattern can be a long program. */
const MAX_STEPS = 2_000;

/** The program for a pattern; undefined where it would be too long. */
export function compilePattern(
  pattern: Pattern,
  groups: number,
  flags: { readonly lines: boolean; readonly ignoreCase: boolean },
): Program | undefined {
  const writer = new ProgramWriter();
  writer.write({ kind: 'group', of: pattern, index: 0 });
  writer.add({ kind: 'found' });
  if (writer.full) return undefined;
  const { steps, hasReferences } = writer;
  return { steps, slots: 2 * (groups + 1), hasReferences, lines: flags.lines, ignoreCase: flags.ignoreCase };
}

class ProgramWriter {
  readonly steps: Step[] = [];
  hasReferences = false;

  get full(): boolean {
    return this.steps.length > MAX_STEPS;
  }

  add<T extends Step>(step: T): T {
    this.steps.push(step);
    return step;
  }

  write(pattern: Pattern): void {
    if (this.full) return;
    switch (pattern.kind) {
      case 'character':
      case 'start':
      case 'end':
        this.add(pattern);
        return;
      case 'reference':
        this.hasReferences = true;
        this.add(pattern);
        return;
      case 'sequence':
        for (const part of pattern.parts) this.write(part);
        return;
      case 'group':
        if (pattern.index !== undefined) this.add({ kind: 'keep', slot: 2 * pattern.index });
        this.write(pattern.of);
        if (pattern.index !== undefined) this.add({ kind: 'keep', slot: 2 * pattern.index + 1 });
        return;
      case 'alternatives':
        this.#alternatives(pattern.options);
        return;
      case 'repeat':
        this.#repeat(pattern);
        return;
      default:
        assertNever(pattern);
    }
  }

  #alternatives(options: readonly Pattern[]): void {
    const ends: { to: number }[] = [];
    for (const [index, option] of options.entries()) {
      if (index === options.length - 1) {
        this.write(option);
        break;
      }
      const fork = this.add({ kind: 'fork', first: this.steps.length + 1, second: -1 });
      this.write(option);
      ends.push(this.add({ kind: 'jump', to: -1 }));
      fork.second = this.steps.length;
    }
    for (const end of ends) end.to = this.steps.length;
  }

  #repeat({ of, min, max, lazy }: Pattern & { readonly kind: 'repeat' }): void {
    for (let i = 0; i < min && !this.full; i++) this.write(of);
    if (max === Infinity) {
      const start = this.steps.length;
      const fork = this.#fork(lazy);
      this.write(of);
      this.add({ kind: 'jump', to: start });
      fork.leave(this.steps.length);
      return;
    }
    const forks = [];
    for (let i = min; i < max && !this.full; i++) {
      forks.push(this.#fork(lazy));
      this.write(of);
    }
    for (const fork of forks) fork.leave(this.steps.length);
  }

  /** A fork between going on with the next step and leaving to a place that is known later. */
  #fork(lazy: boolean): { leave: (to: number) => void } {
    const next = this.steps.length + 1;
    const fork = this.add({ kind: 'fork', first: next, second: next });
    return {
      leave: (to) => {
        if (lazy) fork.first = to;
        else fork.second = to;
      },
    };
  }
}
