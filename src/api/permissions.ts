/** The roles of an account, in the order in which they are offered. */
export const ROLES = [
  'agent',
  'supervisor',
  'designer',
  'reviewer',
  'analyst',
  'interaction-administrator',
  'account-administrator',
] as const;

export type Role = (typeof ROLES)[number];

/** Every act that needs a right, with the words for a screen that explains roles. */
export const PERMISSIONS = {
  'account.read': 'see the name and settings of the account',
  'account.change': 'change the settings of the account',
  'users.read': 'see who belongs to the account',
  'users.change': 'add people, change their roles, shut them out',
  'teams.read': 'see which teams there are',
  'teams.change': 'make, rename and delete teams, put people into them and take them out',
  'api-keys.manage': 'make and withdraw API keys',
  'connections.read': 'see which connections there are, and where they are used',
  'connections.manage': 'set up connections and mail, with their secrets, and try them',
  'folders.read': 'see folders',
  'folders.change': 'make, rename and delete folders',
  'values.read': 'see the account values and where they are used',
  'values.change': 'make, change and delete account values',
  'outcomes.read': 'see by which outcomes sessions end',
  'outcomes.change': 'make, rename, merge, retire and delete outcomes',
  'interactions.read': 'see Interactions, their versions and problems',
  'interactions.change': 'rename Interactions and move them between folders',
  'interactions.delete': 'delete Interactions and bring them back from the trash',
  'versions.publish': 'publish versions and submit them for review',
  'versions.decide': 'approve a version that is in review, or request changes',
  'versions.decide-directly': 'approve a version, or request changes, without a review before',
  'versions.go-live': 'make an approved version live',
  'versions.retire': 'retire versions',
  'versions.delete': 'delete versions',
  'comments.read': 'read comments',
  'comments.write': 'comment on elements and resolve comments',
  'change-requests.read': 'see change requests',
  'change-requests.write': 'open change requests, give them an owner, decline them',
  'working-copies.edit': 'edit working copies in the designer',
  'sessions.use': 'see and go on with one’s own sessions',
  'sessions.run': 'run live Interactions with customers and practise with test data',
  'sessions.test': 'test any version',
  'sessions.read-team': 'see the sessions of the people in one’s own teams, step by step',
  'sessions.read-all': 'see the sessions of everybody, step by step',
  'sessions.resume': 'resume sessions that were timed out, of those that one may see',
  'sessions.tell': 'tell sessions what has happened outside',
  'reports.read': 'see reports of the people in one’s own teams',
  'reports.read-all': 'see reports of the whole account',
  'audit.read': 'read the audit log',
  'live.listen': 'be told of changes as they happen',
} as const satisfies Record<string, string>;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = Object.keys(PERMISSIONS) as readonly Permission[];

interface RoleFace {
  readonly title: string;
  readonly can: string;
  readonly cannot: string;
  readonly permissions: readonly Permission[];
}

const EVERYBODY = [
  'account.read',
  'teams.read',
  'folders.read',
  'outcomes.read',
  'live.listen',
] as const satisfies readonly Permission[];

const LOOKS_AT_WORK = [
  ...EVERYBODY,
  'users.read',
  'interactions.read',
  'comments.read',
  'comments.write',
  'change-requests.read',
  'change-requests.write',
] as const satisfies readonly Permission[];

const ADMINISTERS_INTERACTIONS = [
  ...LOOKS_AT_WORK,
  'connections.read',
  'folders.change',
  'values.read',
  'values.change',
  'outcomes.change',
  'interactions.change',
  'interactions.delete',
  'versions.publish',
  'versions.decide',
  'versions.decide-directly',
  'versions.go-live',
  'versions.retire',
  'versions.delete',
  'working-copies.edit',
  'sessions.use',
  'sessions.run',
  'sessions.test',
  'sessions.read-team',
  'sessions.read-all',
  'sessions.resume',
  'sessions.tell',
  'reports.read',
  'reports.read-all',
  'audit.read',
] as const satisfies readonly Permission[];

/** Roles × permissions: the one table. Somebody with several roles may do what any of them may. */
export const ROLE_TABLE = {
  agent: {
    title: 'Agent',
    can: 'Run live Interactions, practise, pause and resume own sessions.',
    cannot: 'See other people’s sessions, versions that are not live, or reports.',
    permissions: [...EVERYBODY, 'sessions.use', 'sessions.run'],
  },
  supervisor: {
    title: 'Supervisor',
    can: 'All that agents can; see the sessions and reports of their own teams; open change requests.',
    cannot: 'See sessions and reports of other teams; edit, publish or approve Interactions.',
    permissions: [
      ...LOOKS_AT_WORK,
      'sessions.use',
      'sessions.run',
      'sessions.read-team',
      'sessions.resume',
      'reports.read',
    ],
  },
  designer: {
    title: 'Designer',
    can: 'Edit Interactions, publish drafts, submit them for review, read comments and reports. With the role Analyst or Supervisor beside it: keep sessions as tests.',
    cannot: 'See what customers answered in a session, approve versions, make them live, delete anything but folders.',
    permissions: [
      ...LOOKS_AT_WORK,
      'connections.read',
      'folders.change',
      'values.read',
      'interactions.change',
      'versions.publish',
      'working-copies.edit',
      'reports.read',
      'reports.read-all',
    ],
  },
  reviewer: {
    title: 'Reviewer',
    can: 'Run any version as a test, comment, approve or request changes of versions in review.',
    cannot: 'Edit or publish Interactions, make versions live.',
    permissions: [...LOOKS_AT_WORK, 'versions.decide', 'sessions.use', 'sessions.test'],
  },
  analyst: {
    title: 'Analyst',
    can: 'Read reports and sessions, comment, open change requests.',
    cannot: 'Edit, publish, approve or run Interactions.',
    permissions: [
      ...LOOKS_AT_WORK,
      'sessions.use',
      'sessions.read-team',
      'sessions.read-all',
      'reports.read',
      'reports.read-all',
    ],
  },
  'interaction-administrator': {
    title: 'Interaction Administrator',
    can: 'Everything with Interactions: publish, test, approve, make live, retire, delete; keep account values and outcomes.',
    cannot: 'Change the account, its people, teams, API keys or connections.',
    permissions: ADMINISTERS_INTERACTIONS,
  },
  'account-administrator': {
    title: 'Account Administrator',
    can: 'Everything in the account: its settings, people, teams, API keys, connections, mail and Interactions.',
    cannot: 'See other accounts.',
    permissions: [
      ...ADMINISTERS_INTERACTIONS,
      'account.change',
      'users.change',
      'teams.change',
      'api-keys.manage',
      'connections.manage',
    ],
  },
} as const satisfies Record<Role, RoleFace>;

/** What somebody with these roles may do, in the order of {@link PERMISSIONS}. */
export function permissionsOf(roles: readonly Role[]): readonly Permission[] {
  const held = new Set<Permission>(roles.flatMap((role) => ROLE_TABLE[role].permissions));
  return PERMISSION_NAMES.filter((permission) => held.has(permission));
}

/** Whether any of the roles gives the permission. */
export function may(roles: readonly Role[], permission: Permission): boolean {
  return roles.some((role) => ROLE_TABLE[role].permissions.some((held) => held === permission));
}
