import type { Office } from './console-driver.ts';

/** Every page with something on it that tells that it is complete. */
export const PAGES: readonly (readonly [name: string, path: (office: Office) => string, complete: string])[] = [
  ['Interactions', () => '/interactions', 'text=Lost or stolen card'],
  ['overview', ({ fault }) => `/interactions/${fault.interaction.id}/overview`, 'text=The checks found nothing.'],
  ['versions', ({ problem }) => `/interactions/${problem.interaction.id}/versions`, 'text=Friendlier question.'],
  ['review', ({ problem }) => `/interactions/${problem.interaction.id}/review`, 'text=Callers ask for moving house.'],
  ['summary', ({ fault }) => `/interactions/${fault.interaction.id}/reports`, 'text=Handle time'],
  [
    'flow',
    ({ fault }) => `/interactions/${fault.interaction.id}/reports?view=flow&measure=time&element=q_lights`,
    '.map-card-figure >> nth=0',
  ],
  ['sessions', ({ fault }) => `/interactions/${fault.interaction.id}/reports?view=sessions`, 'text=Chat >> nth=0'],
  ['history', ({ problem }) => `/interactions/${problem.interaction.id}/history`, 'text=made live'],
  ['test run', ({ problem }) => `/interactions/${problem.interaction.id}/versions/2/test`, 'text=Orders and delivery'],
  ['session', ({ sessions }) => `/sessions/${sessions[0]?.id}?step=1`, 'text=You have selected Billing.'],
  ['reports', () => '/reports', 'text=Reports of each Interaction'],
  ['change requests', () => '/change-requests', 'text=No change requests here'],
  ['people', () => '/administration/people', 'text=person1@example.org'],
  ['teams', () => '/administration/teams', 'text=No teams yet'],
  ['account', () => '/administration/account', 'text=Save account'],
  ['values', () => '/administration/values', 'text=Known-outage notice'],
  ['a value', ({ notice }) => `/administration/values/${notice.key}`, 'text=Cable cut in Ashford'],
  ['outcomes', () => '/administration/outcomes', 'text=Wrong number'],
  ['connections', () => '/administration/connections', 'text=crm.northwind.example'],
  ['connection', () => '/administration/connections/crm', 'text=No version and no working copy calls it'],
  ['mail', () => '/administration/mail', 'text=Save mail server'],
  ['API keys', () => '/administration/api-keys', 'text=No API keys'],
  ['audit log', () => '/administration/audit-log', 'text=made the account'],
  ['trash', () => '/administration/trash', 'text=The trash is empty'],
];
