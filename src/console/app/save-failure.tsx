import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { failedWith } from '#ui/http/failure-words.ts';

export interface SaveFailureProps {
  readonly error: Error;
  /** What was to be saved: "this connection". */
  readonly of: string;
  /** Reads it again, as somebody else has made it. */
  readonly onReload: () => void;
}

/** Why something was not saved; where somebody else was faster, with the way to see what they did. */
export function SaveFailure({ error, of, onReload }: SaveFailureProps) {
  if (!failedWith(error, 'object.changed')) return <FailureBanner error={error} />;
  return (
    <Banner
      tone="warning"
      isLive
      title={`Somebody changed ${of} meanwhile`}
      actions={
        <Button size="small" onPress={onReload}>
          Load again
        </Button>
      }
    >
      What you typed was not saved. Load again, then make your change.
    </Banner>
  );
}
