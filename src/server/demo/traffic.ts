import type { Channel, Client } from '#api/clients.ts';
import type { Rhythm } from '#simulation/arrivals.ts';
import type { Profile } from '#simulation/profile.ts';
import { broadbandFaultOnTheWeb, broadbandFaultProfile } from './broadband-fault-profile.ts';
import { lostCardProfile } from './lost-card-profile.ts';
import type { DemoTeam } from './people.ts';
import { problemTypeProfile } from './problem-type-profile.ts';

export const TIME_ZONE = 'Europe/Madrid';

/** Mondays are the worst; people call in the late morning and after work. */
export const RHYTHM: Rhythm = {
  timeZone: TIME_ZONE,
  days: [10, 8.5, 8, 8, 8.5, 4, 2.5],
  hours: [0.3, 0.2, 0.1, 0.1, 0.1, 0.2, 0.8, 2.5, 5, 8, 10, 9.5, 8, 6.5, 6, 6.5, 7.5, 8.5, 8, 6, 4, 2.5, 1.2, 0.6],
};

/** One way in which sessions come to be, and how many of all do. */
export interface Stream {
  readonly interaction: string;
  readonly share: number;
  readonly client: Client;
  readonly channel?: Channel;
  /** Who serves; nobody where customers help themselves. */
  readonly teams: readonly DemoTeam[];
  readonly profile: Profile;
}

const CARDS = {
  interaction: 'int_lost_card',
  client: 'agent-desk',
  teams: ['Cards'],
  profile: lostCardProfile,
} as const;
const FAULT = { interaction: 'int_broadband_fault', profile: broadbandFaultProfile } as const;
const FAULT_AT_DESK = { ...FAULT, client: 'agent-desk', teams: ['Broadband'] } as const;
const FAULT_ALONE = { ...FAULT, teams: [], profile: broadbandFaultOnTheWeb } as const;
const FIRST = {
  interaction: 'int_problem_type',
  client: 'agent-desk',
  teams: ['Cards', 'Broadband'],
  profile: problemTypeProfile,
} as const;

export const STREAMS: readonly Stream[] = [
  { ...CARDS, channel: 'voice', share: 33 },
  { ...CARDS, channel: 'chat', share: 8 },
  { ...CARDS, channel: 'in-person', share: 4 },
  { ...FAULT_AT_DESK, channel: 'voice', share: 22 },
  { ...FAULT_AT_DESK, channel: 'chat', share: 6 },
  { ...FAULT_ALONE, client: 'web', share: 7 },
  { ...FAULT_ALONE, client: 'mobile-web', share: 5 },
  { ...FIRST, channel: 'voice', share: 11 },
  { ...FIRST, channel: 'e-mail', share: 4 },
];
