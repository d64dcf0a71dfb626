import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import { call } from './call.ts';

export interface Written<R extends Route> {
  readonly params: ParamsOf<R>;
  readonly body?: BodyOf<R>;
  readonly query?: QueryOf<R>;
  /** The tag of what was read: the write is refused where somebody was faster. */
  readonly ifMatch?: string | undefined;
}

/**
 * Writes by a route. Whatever is on screen is then read again: a write may change more than its own object, such as the
 * status text of a list or the next person's abilities.
 */
export function useWriting<R extends Route>(route: R, onDone?: (answer: AnswerOf<R>, written: Written<R>) => void) {
  const client = useQueryClient();
  return useMutation<AnswerOf<R>, Error, Written<R>>({
    mutationFn: ({ params, ...sent }) => call(route, params, sent),
    onSuccess: async (answer, written) => {
      onDone?.(answer, written);
      await client.invalidateQueries();
    },
  });
}
