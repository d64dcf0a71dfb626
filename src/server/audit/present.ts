import * as z from 'zod';
import type { Json } from '#prelude/json.ts';

/** What `record` writes as details. */
const details = z.object({
  title: z.string(),
  why: z.string().nullable(),
  set: z.record(z.string(), z.json()),
});

export function readDetails(json: Json): z.infer<typeof details> {
  return details.parse(json);
}
