import type { Manners, Profile } from '#simulation/profile.ts';

/** Agents finish what they start; now and then the customer hangs up, or asks for something else. */
const AT_THE_DESK: Manners = {
  quit: 0.005,
  walkAway: 0.002,
  pause: 0.006,
  back: 0.015,
  distracted: 0.1,
  spread: 0.42,
};

/** Customers on their own leave more easily, and look back more often. */
export const ON_THEIR_OWN: Manners = {
  quit: 0.002,
  walkAway: 0.025,
  pause: 0,
  back: 0.05,
  distracted: 0.25,
  spread: 0.6,
};

/** What all demo profiles share. */
export const USUAL = {
  usual: AT_THE_DESK,
  timeOut: 30 * 60_000,
  pauseMedian: 25 * 60_000,
  reasons: ['Customer hung up', 'Customer will call again', 'Line went dead', 'Customer had to go'],
} as const satisfies Omit<Profile, 'pages'>;
