import * as z from 'zod';
import type { EffectRequest } from '#contract/effect.ts';
import type { JsonObject } from '#prelude/json.ts';
import { instant, milliseconds } from './time.ts';

const texts = z.record(z.string(), z.string());
const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** What a step asked the world outside for, as the log has it; secrets are only marked. */
export const effectRequest: z.ZodType<EffectRequest> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('call'),
      connection: z.string(),
      method: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
      path: z.string(),
      query: texts,
      headers: texts,
      body: jsonObject.exactOptional(),
      format: z.enum(['json', 'xml']),
      timeLimit: milliseconds.exactOptional(),
      retries: z.int().exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('mail'),
      to: z.array(z.string()),
      subject: z.string(),
      text: z.string(),
      summary: z.boolean(),
    }),
    z.strictObject({ kind: z.literal('client-event'), name: z.string(), payload: jsonObject }),
    z.strictObject({ kind: z.literal('wait'), until: instant.exactOptional(), event: z.string().exactOptional() }),
  ])
  .meta({ id: 'EffectRequest' });
