import { Moment } from '../app/moment.tsx';

/** How far the figures reach. */
export function FedUntil({ at }: { readonly at: number | null }) {
  if (at === null) return null;
  return (
    <p className="wc-muted">
      Up to date: <Moment at={at} />
    </p>
  );
}
