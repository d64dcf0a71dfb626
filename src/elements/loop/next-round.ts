import type { Assignment, EnterOutcome, Failure, RunContext } from '#contract/element-type.ts';
import { isFaultOfText } from '#expressions/errors.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { fail, ok, type Result } from '#prelude/result.ts';
import { DONE, EACH, type LoopSettings } from './settings.ts';

/** Goes on with the next item of the list that is kept; whoever comes from elsewhere begins anew. */
export function nextRound(settings: LoopSettings, context: RunContext): EnterOutcome {
  const kept = context.comesAround ? keptRounds(context) : undefined;
  if (kept) return round(settings, kept.items, kept.next);
  const items = itemsOf(settings, context);
  return items.ok ? round(settings, items.value, 0, { items: items.value }) : items.error;
}

function keptRounds({ kept: { items, next } }: RunContext) {
  return Array.isArray(items) && typeof next === 'number' ? { items: items as readonly Json[], next } : undefined;
}

/** @param keeps what is kept from the first round on */
function round(
  { list, item, position }: LoopSettings,
  items: readonly Json[],
  next: number,
  keeps: JsonObject = {},
): EnterOutcome {
  const over = next >= items.length;
  const cause = { by: 'list', expression: list };
  const value = items[next] ?? null;
  const sets: Assignment[] = [over || value === null ? { key: item, cause } : { key: item, value, cause }];
  if (position !== undefined) sets.push(over ? { key: position, cause } : { key: position, value: next + 1, cause });
  return {
    do: 'leave',
    exit: over ? DONE.name : EACH.name,
    sets,
    keeps: over ? { items: null, next: null } : { ...keeps, next: next + 1 },
    why: { by: 'list', expression: list, read: { position: next + 1, count: items.length } },
  };
}

function itemsOf({ list }: LoopSettings, context: RunContext): Result<readonly Json[], Failure> {
  const [secret] = context.secretsOf(list);
  if (secret !== undefined) {
    return refuse('loop.secret', `“${secret}” is secret: its items would have to be written down to go through them`);
  }
  const { value, error } = context.evaluate(list);
  if (error && isFaultOfText(error.code)) return refuse(error.code, `The list cannot be read: ${error.message}`);
  // What is not there has no items, as a customer without contracts.
  if (value === null) return ok([]);
  const items = Array.isArray(value) ? (value as readonly Json[]) : [value];
  return items.length > LIMITS.loopRounds
    ? refuse(
        'loop.too-long',
        `The list has ${items.length} items; a loop goes round ${LIMITS.loopRounds} times at most`,
      )
    : ok(items);
}

function refuse(code: string, message: string): { readonly ok: false; readonly error: Failure } {
  return fail({ do: 'fail', code, message });
}
