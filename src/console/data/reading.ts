import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { AnswerOf, ParamsOf, QueryOf, Route } from '#api/route.ts';
import { call, callTagged } from './call.ts';

/** What react-query needs to read a route; the key is the route's path, then what was asked. */
export function reading<R extends Route>(route: R, params: ParamsOf<R>, query?: QueryOf<R>) {
  return queryOptions({
    queryKey: [route.path, params, query ?? null],
    queryFn: ({ signal }) => call(route, params, { query, signal }),
  });
}

/** The same with the tag of what was read, for a form whose save must not overwrite somebody else's. */
export function readingTagged<R extends Route>(route: R, params: ParamsOf<R>) {
  return queryOptions({
    queryKey: [route.path, params, 'tagged'],
    queryFn: ({ signal }) => callTagged(route, params, { signal }),
  });
}

/** The same as {@link reading}, showing the former answer while filters change. */
export function readingOn<R extends Route>(route: R, params: ParamsOf<R>, query?: QueryOf<R>) {
  return { ...reading(route, params, query), placeholderData: keepPreviousData };
}

type ItemOf<R extends Route> = AnswerOf<R> extends { readonly items: readonly (infer Item)[] } ? Item : never;

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next?: string | undefined;
}

/** A long list, page by page. */
export function readingPages<R extends Route>(route: R, params: ParamsOf<R>, query: QueryOf<R> & object) {
  return infiniteQueryOptions({
    queryKey: [route.path, params, query, 'pages'],
    queryFn: ({ signal, pageParam }) =>
      call(route, params, { query: { ...query, ...(pageParam ? { cursor: pageParam } : {}) }, signal }) as Promise<
        PageOf<ItemOf<R>>
      >,
    initialPageParam: '',
    getNextPageParam: (page: PageOf<ItemOf<R>>) => page.next,
    placeholderData: keepPreviousData,
  });
}
