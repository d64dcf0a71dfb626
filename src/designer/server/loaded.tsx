import type { ReactNode } from 'react';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import type { Read } from './use-read.ts';

interface LoadedProps<T> {
  readonly read: Read<T>;
  /** What is read, in the plural: "Versions". */
  readonly what: string;
  readonly children: (value: T) => ReactNode;
}

/** What was read; while it is not there, its place; where it could not be read, why, and the way to try again. */
export function Loaded<T>({ read, what, children }: LoadedProps<T>) {
  if (read.error) return <Unread read={read} what={what} isInset />;
  if (read.value !== undefined) return children(read.value);
  return (
    <div aria-busy="true" className="panel-new">
      <Skeleton lines={3} height="1.25rem" />
    </div>
  );
}

interface UnreadProps {
  readonly read: Pick<Read<unknown>, 'error' | 'again'>;
  readonly what: string;
  /** In a panel, which has no margins of its own. */
  readonly isInset?: boolean;
}

/** Says that something could not be read, and why; nothing where it could. */
export function Unread({ read: { error, again }, what, isInset = false }: UnreadProps) {
  if (!error) return null;
  const banner = <FailureBanner error={error} what={what} onRetry={again} />;
  return isInset ? <div className="panel-new">{banner}</div> : banner;
}
