/** What a field for times shows: `17:30` of `17:30:00`. */
export function clockOf(time: string): string {
  return time.slice(0, 5);
}

/** The time that a field shows, in full; undefined while it is empty. */
export function timeOf(clock: string): string | undefined {
  if (clock === '') return undefined;
  return clock.length === 5 ? `${clock}:00` : clock;
}
