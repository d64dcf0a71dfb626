import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import type { ApiError } from './http/api-error.ts';
import { failureWords } from './http/failure-words.ts';
import { words } from './words.ts';

interface FailureBannerProps {
  readonly error: Error | ApiError;
  /** What could not be read, in the plural; left out where the error is about an act. */
  readonly what?: string | undefined;
  readonly onRetry?: (() => void) | undefined;
}

/** Says what failed and how to mend it, with the way to try again. */
export function FailureBanner({ error, what, onRetry }: FailureBannerProps) {
  const { title, detail, code } = failureWords(error, what);
  return (
    <Banner
      tone="danger"
      isLive
      title={title}
      code={code}
      actions={
        onRetry ? (
          <Button size="small" onPress={onRetry}>
            {words.tryAgain}
          </Button>
        ) : null
      }
    >
      {detail}
    </Banner>
  );
}
