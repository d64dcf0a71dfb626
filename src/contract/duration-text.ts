import * as z from 'zod';
import { millisecondsOf } from '#prelude/duration.ts';
import { LIMITS } from '#prelude/limits.ts';

/** An ISO 8601 duration in days, hours, minutes and seconds, such as `PT20S`. */
export const durationText = z
  .string()
  .regex(/^P(?=\d|T\d)(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+S)?)?$/, 'a duration is written like PT20S or PT1M30S')
  .refine(
    (text) => millisecondsOf(text) <= LIMITS.durationDays * 86_400_000,
    `a duration is at most ${LIMITS.durationDays} days`,
  );
