import type { Exit, Leave } from './element-type.ts';

/** The way on where what was asked for outside did not come to be. */
export const FAILED: Exit = { name: 'failed', label: 'Failed', connectors: 'one', unconnected: 'problem' };

/** The way on where nothing came within the time that was given. */
export const TIMED_OUT: Exit = { name: 'timed_out', label: 'Timed out', connectors: 'one', unconnected: 'problem' };

/** Leaves as failed, with what is known of the reason. */
export function leaveFailed(code: string, http?: number): Leave {
  const read = http === undefined ? { code } : { code, http_status: http };
  return { do: 'leave', exit: FAILED.name, why: { by: FAILED.name, read } };
}
