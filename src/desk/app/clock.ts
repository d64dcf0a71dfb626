import { useEffect, useState } from 'react';

/** A time span as a timer shows it: `0:07`, `12:40`, `1:02:09`. Milliseconds in. */
export function timerText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (part: number) => String(part).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** How a time stands against its target: near from four fifths of it. */
export type TargetTone = 'fine' | 'near' | 'over';

export function targetTone(milliseconds: number, target: number | undefined): TargetTone {
  if (target === undefined || milliseconds < target * 0.8) return 'fine';
  return milliseconds <= target ? 'near' : 'over';
}

/** The time now, renewed each second while `runs`. Milliseconds since 1970. */
export function useNow(runs: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!runs) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return now;
}

const TIME = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** When something was: the time where it was today, else the day too, as this browser's language writes it. */
export function whenText(at: number, now: number): string {
  return new Date(at).toDateString() === new Date(now).toDateString() ? TIME.format(at) : DAY.format(at);
}
