import type { ElementFlow } from '#api/reports.ts';
import { countWords, SLOWEST_FROM, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';

/** The figures that go with a change request: what was seen when it was opened. */
export type Figures = Readonly<Record<string, number | string>>;

interface FigureFace {
  readonly id: string;
  readonly title: string;
  readonly of: (flow: ElementFlow) => number | null;
  readonly words: (figure: number) => string;
  /** Whether a smaller figure later is an improvement; null where neither direction is. */
  readonly isLessBetter: boolean | null;
}

/** In the order they are shown. Times are in milliseconds, shares from 0 to 1. */
export const FIGURES: readonly FigureFace[] = [
  { id: 'n', title: 'Visits measured', of: (flow) => flow.time.n, words: countWords, isLessBetter: null },
  { id: 'entered', title: 'Entered', of: (flow) => flow.entered, words: countWords, isLessBetter: null },
  { id: 'median', title: 'Median time', of: (flow) => flow.time.p50, words: durationWords, isLessBetter: true },
  { id: 'average', title: 'Average time', of: (flow) => flow.time.mean, words: durationWords, isLessBetter: true },
  { id: 'slowest', title: SLOWEST_FROM, of: (flow) => flow.time.p90, words: durationWords, isLessBetter: true },
  {
    id: 'overTarget',
    title: 'Over target',
    of: (flow) => (flow.target === null || flow.time.n === 0 ? null : flow.overTarget.share),
    words: shareWords,
    isLessBetter: true,
  },
  {
    id: 'dropOff',
    title: 'Drop-off',
    of: (flow) => (flow.entered === 0 ? null : flow.dropOff / flow.entered),
    words: shareWords,
    isLessBetter: true,
  },
];

export function figuresOf(flow: ElementFlow): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const { id, of } of FIGURES) {
    const figure = of(flow);
    if (figure !== null) figures[id] = figure;
  }
  return figures;
}

/** Titles and words of what a request carries, known figures first in their order; others as they are. */
export function figureWords(figures: Figures): readonly { readonly title: string; readonly words: string }[] {
  const known = FIGURES.flatMap(({ id, title, words }) => {
    const figure = figures[id];
    return typeof figure === 'number' ? [{ title, words: words(figure) }] : [];
  });
  const names = new Set(FIGURES.map(({ id }) => id));
  const others = Object.entries(figures)
    .filter(([name]) => !names.has(name))
    .map(([name, figure]) => ({ title: name, words: String(figure) }));
  return [...known, ...others];
}
