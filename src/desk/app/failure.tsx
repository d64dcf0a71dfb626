import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { ApiFailure } from '#ui/http/api-error.ts';

/** What is said of any error: what happened, how to mend it, and the server's code. */
export function failureWords(error: Error): { title: string; detail?: string; code?: string } {
  if (error instanceof ApiFailure) {
    const { title, detail, code } = error.error;
    return { title, code, ...(detail === undefined ? {} : { detail }) };
  }
  return { title: 'Something went wrong on this page', detail: 'Load the page again.' };
}

/** Whether the server refused with this code. */
export function failedWith(error: unknown, code: string): boolean {
  return error instanceof ApiFailure && error.error.code === code;
}

/** Says on the page what failed, with the way to try again. */
export function Failure({ error, onRetry }: { readonly error: Error; readonly onRetry?: (() => void) | undefined }) {
  const { title, detail, code } = failureWords(error);
  return (
    <Banner
      tone="danger"
      isLive
      title={title}
      code={code}
      actions={
        onRetry ? (
          <Button size="small" onPress={onRetry}>
            Try again
          </Button>
        ) : null
      }
    >
      {detail}
    </Banner>
  );
}
