import * as z from 'zod';
import { elementId } from './identifier.ts';

/** What a check found, as a version carries it. */
export const problem = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  element: elementId.optional(),
  path: z.string(),
  message: z.string(),
});

export type VersionProblem = z.infer<typeof problem>;
