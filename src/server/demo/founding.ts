import { ROLES } from '#api/permissions.ts';
import { invariant } from '#prelude/assert-never.ts';
import type { FolderId, TeamId, UserId } from '#prelude/ids.ts';
import type { Ids, SteppedClock } from '#prelude/ports.ts';
import type { Result } from '#prelude/result.ts';
import type { Db } from '#store/connect.ts';
import { insertFolder } from '#store/queries/folders.ts';
import { addTeamMember, insertTeam } from '#store/queries/teams.ts';
import { createAccount } from '../accounts/commands.ts';
import { type Doer, record } from '../record.ts';
import type { Refusal } from '../refusal.ts';
import type { Services } from '../services.ts';
import { addUser } from '../users/commands.ts';
import type { Member } from '../who.ts';
import { DEMO_ACCOUNT, DEMO_SCOPE } from './house.ts';
import { DEMO_OUTCOMES } from './outcomes.ts';
import { AGENTS, DEMO_PASSWORD, type DemoAgent, type DemoPerson, STAFF } from './people.ts';
import { TIME_ZONE } from './traffic.ts';

/** What everything in the demo is made with: it happens at the times that the clock is set to. */
export interface DemoTools {
  readonly services: Services;
  readonly db: Db;
  readonly clock: SteppedClock;
  /** Of the stepped clock, so that they sort by when things happened in the demo. */
  readonly ids: Ids;
}

export interface DemoFolders {
  readonly customerService: FolderId;
  readonly banking: FolderId;
  readonly broadband: FolderId;
}

/** Nobody of the account is there yet to found it. */
const FOUNDER: Member = {
  person: { id: 'waymark' as UserId, name: 'Waymark' },
  account: DEMO_ACCOUNT,
  scope: DEMO_SCOPE,
  roles: ROLES,
  system: true,
};

/** Makes the account with its people, teams and folders. */
export async function foundHouse(tools: DemoTools): Promise<DemoFolders> {
  const { db, clock, ids, services } = tools;
  const settings = { timeZone: TIME_ZONE, selfApproval: false, separateGoLive: true, elementTarget: 60 };
  await createAccount(db, { id: DEMO_ACCOUNT, name: NAME, settings, outcomes: DEMO_OUTCOMES }, clock.now());
  const doer: Doer = { who: FOUNDER, db, now: clock.now() };
  await record(doer, 'account.made', { object: `account:${DEMO_ACCOUNT}`, title: NAME });

  // One password for everybody, and known to everybody: hashing it once is enough.
  const hash = await services.passwords.hash(DEMO_PASSWORD);
  const adding = { ...services, ids, passwords: { ...services.passwords, hash: async () => hash } };
  const add = async ({ email, name, role }: DemoPerson) => {
    const made = must(await addUser(adding, doer, { email, name, roles: [role], password: DEMO_PASSWORD }));
    return made.user_id;
  };
  const staff = new Map<DemoPerson, UserId>();
  for (const person of Object.values(STAFF)) staff.set(person, await add(person));
  const teams = new Map<DemoAgent['team'], TeamId>();
  for (const agent of AGENTS) {
    const team = teams.get(agent.team) ?? (await makeTeam(tools, agent.team));
    teams.set(agent.team, team);
    await addTeamMember(DEMO_SCOPE, db, team, await add(agent));
  }
  const supervisor = staff.get(STAFF.supervisor);
  invariant(supervisor, 'the supervisor was added with the staff');
  for (const team of teams.values()) await addTeamMember(DEMO_SCOPE, db, team, supervisor);
  return {
    customerService: await makeFolder(tools, 'Customer service'),
    banking: await makeFolder(tools, 'Banking'),
    broadband: await makeFolder(tools, 'Broadband'),
  };
}

const NAME = 'Demo';

async function makeTeam({ db, ids, clock }: DemoTools, name: string): Promise<TeamId> {
  const id = ids.make('tea') as TeamId;
  await insertTeam(DEMO_SCOPE, db, { id, name, created_at: clock.now() });
  return id;
}

async function makeFolder({ db, ids, clock }: DemoTools, name: string): Promise<FolderId> {
  const id = ids.make('fld') as FolderId;
  const now = clock.now();
  await insertFolder(DEMO_SCOPE, db, { id, parent_id: null, name, created_at: now, created_by: FOUNDER.person.id });
  await record({ who: FOUNDER, db, now }, 'folder.made', { object: `folder:${id}`, title: name });
  return id;
}

/** What the demo does is allowed and possible, or the demo is wrong. */
export function must<T>(done: Result<T, Refusal>): T {
  invariant(done.ok, `the demo may do this: ${done.ok ? '' : JSON.stringify(done.error)}`);
  return done.value;
}
