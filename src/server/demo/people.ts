import type { Role } from '#api/permissions.ts';

/** Everybody in the demo account signs in with it; it is shown at every start, so it keeps nothing secret. */
export const DEMO_PASSWORD = 'take-a-look-around';

export type DemoTeam = 'Cards' | 'Broadband';

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export interface DemoAgent extends DemoPerson {
  readonly team: DemoTeam;
  /** Takes so many times as long as others. */
  readonly pace: number;
}

/** One person for each role. */
export const STAFF = {
  administrator: person('Ada Moreno', 'account-administrator'),
  interactions: person('Ben Hughes', 'interaction-administrator'),
  designer: person('Dora Lind', 'designer'),
  reviewer: person('Ravi Patel', 'reviewer'),
  analyst: person('Nadia Costa', 'analyst'),
  supervisor: person('Sam Okafor', 'supervisor'),
} as const satisfies Record<string, DemoPerson>;

export const AGENTS: readonly DemoAgent[] = [
  agent('Alex Rivera', 'Cards', 0.9),
  agent('Lena Fischer', 'Cards', 1),
  agent('Tom Baker', 'Cards', 1.25),
  agent('Maria Santos', 'Broadband', 0.85),
  agent('Yuki Tanaka', 'Broadband', 1),
  agent('Omar Haddad', 'Broadband', 1.15),
];

function person(name: string, role: Role): DemoPerson {
  const [first = name] = name.toLowerCase().split(' ');
  return { name, email: `${first}@demo.waymark.example`, role };
}

function agent(name: string, team: DemoTeam, pace: number): DemoAgent {
  return { ...person(name, 'agent'), team, pace };
}
