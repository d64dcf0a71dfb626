import type { JsonObject } from '#prelude/json.ts';
import type { Instant } from '#prelude/ports.ts';
import type { Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { claimKey, keepAnswer } from '#store/queries/idempotency.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Member } from '../who.ts';

interface Repeatable {
  readonly key: string;
  readonly route: string;
  readonly hash: string;
}

interface Kept {
  readonly status: number;
  readonly body?: unknown;
  readonly tag?: string;
}

/**
 * Does the work once for each key of an asker; a repetition gets the first answer again. The key is claimed, and the
 * answer kept, in the transaction of the work: a second request with the same key waits for the first one's end. A
 * refusal leaves nothing behind, so that it may be mended and sent again.
 */
export async function onceOnly<T extends Kept>(
  within: Db,
  who: Member,
  repeatable: Repeatable | undefined,
  now: Instant,
  work: () => Promise<Result<T, Refusal>>,
): Promise<Result<T, Refusal>> {
  if (!repeatable) return work();
  const request = {
    actor: who.person.id,
    key: repeatable.key,
    route: repeatable.route,
    requestHash: repeatable.hash,
  };
  const claim = await claimKey(who.scope, within, request, now);
  switch (claim.kind) {
    case 'other-request':
      return refuse('idempotency.reused');
    case 'in-flight':
      return refuse('idempotency.running', { retryAfter: 1 });
    case 'answered': {
      const kept: { body?: unknown; tag?: string } = JSON.parse(claim.response) satisfies JsonObject;
      // What was kept is what a handler of this very route answered.
      return { ok: true, value: { status: claim.status, ...kept } as T };
    }
    case 'claimed': {
      const done = await work();
      if (!done.ok) return done;
      const { status, body, tag } = done.value;
      await keepAnswer(who.scope, within, request, { status, response: JSON.stringify({ body, tag }) });
      return done;
    }
  }
}
