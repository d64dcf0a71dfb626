import * as z from 'zod';
import type { SessionEvent } from '#contract/event.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { transferTarget } from './command.ts';
import { effectRequest } from './effect.ts';
import { contentHash, elementPath, interactionId } from './identifier.ts';
import { instant, milliseconds } from './time.ts';

const json: z.ZodType<Json> = z.json();
const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());
const n = z.int();
const fieldProblem = z.strictObject({ field: z.string(), code: z.string(), message: z.string() });
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
      start: elementPath,
      variables: jsonObject,
      context: jsonObject,
    }),
    z.strictObject({ kind: kind('element-entered'), n, element: elementPath, at: instant }),
    z.strictObject({
      kind: kind('element-left'),
      n,
      element: elementPath,
      at: instant,
      exit: z.string(),
      through: z.string().exactOptional(),
      passed: z.literal(true).exactOptional(),
      to: elementPath.nullable(),
      active: milliseconds,
      idle: milliseconds,
      why: cause.exactOptional(),
    }),
    z.strictObject({
      kind: kind('answer-given'),
      n,
      element: elementPath,
      answer: json.exactOptional(),
      shown: z.string(),
    }),
    z.strictObject({
      kind: kind('variable-set'),
      n,
      key: z.string(),
      element: elementPath.exactOptional(),
      value: json.exactOptional(),
      secret: z.literal(true).exactOptional(),
      cause,
    }),
    z.strictObject({
      kind: kind('went-back'),
      at: instant,
      to: n,
      restored: jsonObject,
      unset: z.array(z.string()),
      secrets: z.record(z.string(), elementPath).exactOptional(),
    }),
    z.strictObject({
      kind: kind('jumped'),
      at: instant,
      to: elementPath,
      from: elementPath.exactOptional(),
      again: z.literal(true).exactOptional(),
    }),
    z.strictObject({ kind: kind('returned'), at: instant, to: elementPath }),
    z.strictObject({
      kind: kind('sub-started'),
      n,
      element: elementPath,
      interaction: interactionId,
      version: contentHash,
      variables: jsonObject,
      again: z.literal(true).exactOptional(),
    }),
    z.strictObject({ kind: kind('sub-ended'), n, element: elementPath, outcome: z.string() }),
    z.strictObject({ kind: kind('kept'), n, element: elementPath, key: z.string(), value: json.exactOptional() }),
    z.strictObject({
      kind: kind('effect-requested'),
      n,
      element: elementPath,
      at: instant,
      effect: z.string(),
      request: effectRequest,
      holds: z.boolean(),
      button: z.string().exactOptional(),
      answer: json.exactOptional(),
    }),
    z.strictObject({
      kind: kind('effect-finished'),
      n,
      element: elementPath,
      at: instant,
      effect: z.string(),
      status: z.enum(['done', 'failed', 'timed-out', 'skipped']),
      code: z.string().exactOptional(),
      http: z.int().exactOptional(),
    }),
    z.strictObject({
      kind: kind('answer-turned-down'),
      n,
      element: elementPath,
      answer: json.exactOptional(),
      problems: z.array(fieldProblem),
    }),
    z.strictObject({ kind: kind('button-pressed'), n, element: elementPath, at: instant, button: z.string() }),
    z.strictObject({ kind: kind('language-changed'), at: instant, language: z.string() }),
    z.strictObject({
      kind: kind('transferred'),
      at: instant,
      element: elementPath,
      to: transferTarget,
      note: z.string().exactOptional(),
    }),
    z.strictObject({ kind: kind('note-added'), n, element: elementPath, at: instant, text: z.string() }),
    z.strictObject({ kind: kind('paused'), at: instant, reason: z.string().exactOptional() }),
    z.strictObject({ kind: kind('resumed'), at: instant }),
    z.strictObject({
      kind: kind('ended'),
      at: instant,
      element: elementPath,
      outcome: z.string(),
      reason: z.string().exactOptional(),
      summary: z.string().exactOptional(),
    }),
    z.strictObject({ kind: kind('failed'), at: instant, element: elementPath, code: z.string(), message: z.string() }),
  ])
  .meta({ id: 'SessionEvent' });
