import { ok, type Result } from '#prelude/result.ts';
import type { ApiError } from '#ui/http/api-error.ts';

/** The items of a list on the server that belongs to an Interaction: none where that was never published there. */
export async function itemsOf<Item>(
  asked: Promise<Result<{ readonly items: readonly Item[] }, ApiError>>,
): Promise<Result<readonly Item[], ApiError>> {
  const answer = await asked;
  if (answer.ok) return ok(answer.value.items);
  return answer.error.code === 'not-found' ? ok([]) : answer;
}
