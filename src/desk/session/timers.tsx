import { targetTone, timerText, useNow } from '../app/clock.ts';
import type { SessionShown } from './player-frame.tsx';

type Page = NonNullable<SessionShown['page']>;

/** How long the call and this page take, against their targets. The colour turns quietly; nothing sounds or blinks. */
export function Timers({ page, runs, ahead }: { readonly page: Page; readonly runs: boolean; readonly ahead: number }) {
  const now = useNow(runs) - ahead;
  return (
    <dl className="desk-timers">
      <Timer label="Call" spent={now - page.startedAt} target={page.sessionTarget} />
      <Timer label="Page" spent={now - page.enteredAt} target={page.target} />
    </dl>
  );
}

const SAYS = { fine: '', near: 'near its target', over: 'over its target' } as const;

function Timer({ label, spent, target }: { label: string; spent: number; target: number | undefined }) {
  const tone = targetTone(spent, target);
  return (
    <div className="desk-timer" data-tone={tone}>
      <dt>{label}</dt>
      <dd>
        <span className="desk-timer-time">{timerText(spent)}</span>
        {target === undefined ? null : <span className="desk-timer-target">of {timerText(target)}</span>}
        <span className="wm-hidden">{SAYS[tone]}</span>
      </dd>
    </div>
  );
}
