import type { ElementFlow } from '#api/reports.ts';
import { dropOff } from '#measures/drop-off.ts';
import { goingBack } from '#measures/going-back.ts';
import { overTarget } from '#measures/over-target.ts';
import { time } from '#measures/time.ts';
import { usage } from '#measures/usage.ts';
import { ticksTo, timeTicksTo } from '../charts/heat.ts';
import { countWords, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';

/** The measures that the map can be coloured by, in the order they are offered. */
export const MAP_MEASURES = ['usage', 'time', 'over-target', 'drop-off', 'going-back'] as const;

export type MapMeasure = (typeof MAP_MEASURES)[number];

export interface MapMeasureFace {
  readonly title: string;
  readonly says: string;
  /** The figure of an element; null where there is no evidence. */
  readonly figure: (flow: ElementFlow) => number | null;
  readonly words: (figure: number | null) => string;
  readonly ticks: (most: number) => readonly number[];
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);

const MAP_MEASURE_FACES = {
  usage: { title: usage.title, says: usage.says, figure: (flow) => flow.entered, words: countWords, ticks: ticksTo },
  time: {
    title: 'Median time',
    says: time.says,
    // Where nobody ever spends time, as on a Choice, there is none to report.
    figure: (flow) => (flow.time.mean === 0 ? null : flow.time.p50),
    words: durationWords,
    ticks: timeTicksTo,
  },
  'over-target': {
    title: overTarget.title,
    says: overTarget.says,
    figure: (flow) => (flow.target === null || flow.time.n === 0 ? null : flow.overTarget.share),
    words: shareWords,
    ticks: ticksTo,
  },
  'drop-off': {
    title: dropOff.title,
    says: dropOff.says,
    figure: (flow) => share(flow.dropOff, flow.entered),
    words: shareWords,
    ticks: ticksTo,
  },
  'going-back': {
    title: goingBack.title,
    says: goingBack.says,
    figure: (flow) => share(flow.back, flow.entered),
    words: shareWords,
    ticks: ticksTo,
  },
} as const satisfies Record<MapMeasure, MapMeasureFace>;

export function faceOfMeasure(measure: MapMeasure): MapMeasureFace {
  return MAP_MEASURE_FACES[measure];
}
