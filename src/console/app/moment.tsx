import { agoWords, whenWords } from '#ui/when.ts';
import { useTimeZone } from './who.tsx';

export interface MomentProps {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** `ago`: how long since; `when`: the date and the time. */
  readonly as?: 'ago' | 'when';
}

/** A moment in the account's time zone; the other way of saying it is one hover away. */
export function Moment({ at, as = 'ago' }: MomentProps) {
  const zone = useTimeZone();
  const when = whenWords(at, zone);
  const ago = agoWords(at, Date.now(), zone);
  return (
    <time dateTime={new Date(at).toISOString()} title={as === 'ago' ? `${when} (${zone})` : ago}>
      {as === 'ago' ? ago : when}
    </time>
  );
}
