import { randomUUID } from 'node:crypto';
import { fastifyCookie } from '@fastify/cookie';
import { type FastifyInstance, fastify, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { serveAccounts } from './accounts/routes.ts';
import { serveAhead } from './ahead/routes.ts';
import { serveApiKeys } from './api-keys/routes.ts';
import { serveAudit } from './audit/routes.ts';
import { serveChangeRequests } from './change-requests/routes.ts';
import { serveComments } from './comments/routes.ts';
import { serveConnections } from './connections/routes.ts';
import { serveDesk } from './desk/routes.ts';
import { serveFiles } from './files/routes.ts';
import { serveFolders } from './folders/routes.ts';
import { answerHealth } from './http/health.ts';
import { acceptJsonOnly } from './http/json-body.ts';
import { describeRoutes, serveErrors, serveOpenApi } from './http/openapi.ts';
import { replyProblem } from './http/problem-reply.ts';
import { sendSecurityHeaders } from './http/security-headers.ts';
import { RouteServer } from './http/serve.ts';
import { cutOffSlowBodies } from './http/slow-bodies.ts';
import { answerTheUnexpected } from './http/unexpected.ts';
import { serveWebBuild } from './http/web-build.ts';
import { serveInteractions } from './interactions/routes.ts';
import { serveLive } from './live/routes.ts';
import { serveMail } from './mail/routes.ts';
import { serveOutcomes } from './outcomes/routes.ts';
import { serveReports } from './reports/routes.ts';
import type { Services } from './services.ts';
import { serveSessions } from './sessions/routes.ts';
import { serveSignIn } from './sign-in/routes.ts';
import { serveTeams } from './teams/routes.ts';
import { serveUsers } from './users/routes.ts';
import { serveValues } from './values/routes.ts';
import { serveVersions } from './versions/routes.ts';
import { serveWorkingCopies } from './working-copies/routes.ts';

/** Milliseconds. A request that takes longer to arrive is cut off, a file after a longer time; Node looks every `check`. */
const SLOW = { headers: 5_000, body: 30_000, file: 180_000, check: 1_000, keepAlive: 30_000 };

export interface AppOptions {
  readonly webFolder: string;
  readonly isStopping: () => boolean;
}

/** The whole HTTP side: what every request meets, then every resource. */
export async function buildApp(services: Services, options: AppOptions): Promise<FastifyInstance> {
  const { config, db } = services;
  const app = fastify({
    logger: { level: config.log, redact: ['req.headers.cookie', 'req.headers.authorization'] },
    // One line for each request would be most of the log, and cost more than the request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    trustProxy: (_address, hop) => hop < config.proxies,
    requestTimeout: SLOW.file,
    keepAliveTimeout: SLOW.keepAlive,
    http: { headersTimeout: SLOW.headers, connectionsCheckingInterval: SLOW.check },
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerTheUnexpected(app);
  cutOffSlowBodies(app, SLOW.body);
  acceptJsonOnly(app);
  sendSecurityHeaders(app, { https: config.publicUrl?.startsWith('https:') ?? false });
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    if (options.isStopping()) replyProblem(reply, { code: 'server.stopping', retryAfter: 2 });
    else done();
  });
  answerHealth(app, db);
  // Without the role a process works in the background; it still tells how it is.
  if (config.roles.includes('web')) await serveEverything(app, services, options.webFolder);
  return app;
}

async function serveEverything(app: FastifyInstance, services: Services, webFolder: string): Promise<void> {
  await describeRoutes(app);
  const server = new RouteServer(app, services);
  // The only routes that hand out cookies; the plugin would ask at every answer whether there is one.
  await app.register(async (within) => {
    await within.register(fastifyCookie, { hook: false });
    serveSignIn(new RouteServer(within, services), services);
  });
  serveAccounts(server, services);
  serveUsers(server, services);
  serveTeams(server, services);
  serveApiKeys(server, services);
  serveConnections(server, services);
  serveMail(server, services);
  serveFolders(server, services);
  serveValues(server, services);
  serveOutcomes(server, services);
  serveInteractions(server);
  serveVersions(server, services);
  serveComments(server, services);
  serveChangeRequests(server, services);
  serveWorkingCopies(server, services);
  serveSessions(server, services);
  serveAhead(server, services);
  serveFiles(app, services);
  serveDesk(server);
  serveReports(server, services);
  serveAudit(server);
  serveLive(server, services);
  serveErrors(app);
  serveOpenApi(app);
  await serveWebBuild(app, webFolder);
}
