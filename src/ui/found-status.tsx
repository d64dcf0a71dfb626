import { useEffect, useRef, useState } from 'react';
import { words } from './words.ts';
import './field.css';

export interface FoundStatusProps {
  /** What was searched and filtered for; whenever it is another, the answer is said. */
  asked: string;
  /** Undefined while the answer is on its way. */
  count: number | undefined;
  hasMore: boolean;
}

/** Says to those who do not see a list how many things a changed search or filter has left in it. */
export function FoundStatus({ asked, count, hasMore }: FoundStatusProps) {
  const told = useRef(asked);
  const [said, setSaid] = useState<{ readonly asked: string; readonly words: string }>();
  useEffect(() => {
    if (count === undefined || told.current === asked) return;
    told.current = asked;
    setSaid({ asked, words: hasMore ? words.foundMore(count) : words.found(count) });
  }, [asked, count, hasMore]);
  return (
    <div role="status" className="wm-hidden">
      {/* The same count again is said again. */}
      {said ? <span key={said.asked}>{said.words}</span> : null}
    </div>
  );
}
