import { ApiFailure } from '#ui/http/api-error.ts';

/** What is wrong with one field of what was sent, to be said beside it. */
export function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiFailure)) return undefined;
  return error.error.fields.find((one) => one.path === field || one.path === `body.${field}`)?.message;
}
