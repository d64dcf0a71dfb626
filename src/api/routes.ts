import { accountRoutes } from './accounts.ts';
import { aheadRoutes } from './ahead.ts';
import { apiKeyRoutes } from './api-keys.ts';
import { auditRoutes } from './audit.ts';
import { changeRequestRoutes } from './change-requests.ts';
import { commentRoutes } from './comments.ts';
import { connectionRoutes } from './connections.ts';
import { deskRoutes } from './desk.ts';
import { fileRoutes } from './files.ts';
import { folderRoutes } from './folders.ts';
import { interactionRoutes } from './interactions.ts';
import { liveRoutes } from './live.ts';
import { mailRoutes } from './mail.ts';
import { outcomeRoutes } from './outcomes.ts';
import { reportRoutes } from './reports.ts';
import type { Route } from './route.ts';
import { sessionRoutes } from './sessions.ts';
import { signInRoutes } from './sign-in.ts';
import { teamRoutes } from './teams.ts';
import { userRoutes } from './users.ts';
import { valueRoutes } from './values.ts';
import { versionRoutes } from './versions.ts';
import { workingCopyRoutes } from './working-copies.ts';

/** Every route by resource. The OpenAPI document, the server's registration and the test of rights are made from it. */
export const ROUTES = {
  'sign-in': signInRoutes,
  accounts: accountRoutes,
  users: userRoutes,
  teams: teamRoutes,
  'api-keys': apiKeyRoutes,
  connections: connectionRoutes,
  mail: mailRoutes,
  folders: folderRoutes,
  values: valueRoutes,
  outcomes: outcomeRoutes,
  interactions: interactionRoutes,
  versions: versionRoutes,
  comments: commentRoutes,
  'change-requests': changeRequestRoutes,
  'working-copies': workingCopyRoutes,
  sessions: sessionRoutes,
  ahead: aheadRoutes,
  files: fileRoutes,
  desk: deskRoutes,
  reports: reportRoutes,
  audit: auditRoutes,
  live: liveRoutes,
} as const satisfies Readonly<Record<string, Readonly<Record<string, Route>>>>;
