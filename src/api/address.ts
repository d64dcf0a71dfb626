import { invariant } from '#prelude/assert-never.ts';
import type { ParamsOf, QueryOf, Route } from './route.ts';

/** Under which path of the server the routes stand. */
export const API_PREFIX = '/api/v1';

/**
 * The address of a route with its parameters filled in: `/api/v1/accounts/acc_1/folders?limit=20`. Keys of the query
 * that are undefined are left out.
 */
export function addressOf<R extends Route>(route: R, params: ParamsOf<R>, query?: QueryOf<R>): string {
  const values = new Map(Object.entries(params ?? {}));
  const path = route.path.replace(/:([a-z]+)/gi, (_match, name: string) => {
    const value = values.get(name);
    invariant(value !== undefined, `${route.path} needs ${name}`);
    return encodeURIComponent(String(value));
  });
  const search = Object.entries(query ?? {})
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`)
    .join('&');
  return `${API_PREFIX}${path}${search ? `?${search}` : ''}`;
}
