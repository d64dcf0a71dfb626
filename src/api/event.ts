import * as z from 'zod';
import type { SessionEvent } from '#contract/event.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { contentHash, elementId, interactionId } from './identifier.ts';
import { instant, milliseconds } from './time.ts';

const json: z.ZodType<Json> = z.json();
const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const n = z.int();
const kind = <Kind extends string>(name: Kind) => z.literal(name);

const cause = z.strictObject({
  by: z.string(),
  expression: z.string().exactOptional(),
  read: jsonObject.exactOptional(),
});

/** One event of a session's log: the contract's event as the API documents it. */
export const sessionEvent: z.ZodType<SessionEvent> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: kind('session-started'),
      at: instant,
      interaction: interactionId,
      version: contentHash,
      language: z.string(),
      client: z.string(),
      start: elementId,
      variables: jsonObject,
      context: jsonObject,
    }),
    z.strictObject({ kind: kind('element-entered'), n, element: elementId, at: instant }),
    z.strictObject({
      kind: kind('element-left'),
      n,
      element: elementId,
      at: instant,
      exit: z.string(),
      through: z.string().exactOptional(),
      passed: z.literal(true).exactOptional(),
      to: elementId.nullable(),
      active: milliseconds,
      idle: milliseconds,
      why: cause.exactOptional(),
    }),
    z.strictObject({ kind: kind('answer-given'), n, element: elementId, answer: json, shown: z.string() }),
    z.strictObject({ kind: kind('variable-set'), n, key: z.string(), value: json.exactOptional(), cause }),
    z.strictObject({
      kind: kind('went-back'),
      at: instant,
      to: n,
      restored: jsonObject,
      unset: z.array(z.string()),
    }),
    z.strictObject({ kind: kind('jumped'), at: instant, to: elementId }),
    z.strictObject({ kind: kind('note-added'), n, element: elementId, at: instant, text: z.string() }),
    z.strictObject({ kind: kind('paused'), at: instant, reason: z.string().exactOptional() }),
    z.strictObject({ kind: kind('resumed'), at: instant }),
    z.strictObject({
      kind: kind('ended'),
      at: instant,
      element: elementId,
      outcome: z.string(),
      reason: z.string().exactOptional(),
    }),
    z.strictObject({ kind: kind('failed'), at: instant, element: elementId, code: z.string(), message: z.string() }),
  ])
  .meta({ id: 'SessionEvent' });
