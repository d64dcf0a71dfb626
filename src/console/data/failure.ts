import { ApiFailure } from '#ui/http/api-error.ts';

/** What a banner says of any error. */
export function failureWords(error: Error): { title: string; children?: string; code?: string } {
  if (error instanceof ApiFailure) {
    const { title, detail, code } = error.error;
    return { title, code, ...(detail === undefined ? {} : { children: detail }) };
  }
  return { title: 'Something went wrong on this page', children: 'Load the page again.' };
}

/** Whether the server refused with this code. */
export function failedWith(error: unknown, code: string): boolean {
  return error instanceof ApiFailure && error.error.code === code;
}

/** What is wrong with one field of what was sent, to be said beside it. */
export function fieldError(error: Error | null, field: string): string | undefined {
  if (!(error instanceof ApiFailure)) return undefined;
  return error.error.fields.find((one) => one.path === field || one.path === `body.${field}`)?.message;
}
