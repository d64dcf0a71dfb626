import { dropOff } from './drop-off.ts';
import { goingBack } from './going-back.ts';
import { handleTime } from './handle-time.ts';
import { outcomes } from './outcomes.ts';
import { overTarget } from './over-target.ts';
import { time } from './time.ts';
import { traffic } from './traffic.ts';
import { usage } from './usage.ts';

/** Every measure by its id. One more is one file and one line here, and a case in the test that walks this table. */
export const MEASURES = {
  usage,
  traffic,
  time,
  'over-target': overTarget,
  'drop-off': dropOff,
  'going-back': goingBack,
  outcomes,
  'handle-time': handleTime,
} as const;

export type MeasureId = keyof typeof MEASURES;
