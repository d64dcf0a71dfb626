import type { FastifyReply } from 'fastify';
import { type LiveEvent, liveRoutes } from '#api/live.ts';
import type { Permission } from '#api/permissions.ts';
import type { Whose } from '../announce.ts';
import type { RouteServer } from '../http/serve.ts';
import { answer } from '../reply.ts';
import type { Services } from '../services.ts';
import { type Circle, circleOf } from '../sessions/circle.ts';
import { findMember } from '../sign-in/authenticate.ts';
import { allows } from '../who.ts';

/** How often a stream shows that it is alive, and asks whether its reader may still listen, and to whom; milliseconds. */
const HEARTBEAT = 15_000;
/** A reader that does not read for so many bytes is cut off: it comes back and looks anew. */
const MOST_BUFFERED = 1_000_000;

/** Who may hear what. */
const HEARD_WITH = {
  'interactions.changed': 'interactions.read',
  'comments.changed': 'comments.read',
  'change-requests.changed': 'change-requests.read',
  'working-copies.changed': 'working-copies.edit',
  'values.changed': 'values.read',
  'outcomes.changed': 'outcomes.read',
  'working-copy.updated': 'working-copies.edit',
  'sessions.changed': 'sessions.read-team',
  'reports.fed': 'reports.read',
} as const satisfies Record<LiveEvent['kind'], Permission>;

export function serveLive(server: RouteServer, services: Services): void {
  const { live, db } = services;

  server.member(liveRoutes.listen, async ({ who, request, reply, params }) => {
    let circle = await circleOf({ who, db });
    const stream = openStream(reply);
    const stop = () => {
      clearInterval(heartbeat);
      unlisten();
      stream.end();
    };
    const unlisten = live.listen(who.account, {
      hear(event, whose) {
        if (!allows(who, HEARD_WITH[event.kind])) return;
        if (whose && !isAmong(whose, circle)) return;
        stream.write(`event: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`);
        if (stream.writableLength > MOST_BUFFERED) stop();
      },
      lost: stop,
    });
    const heartbeat = setInterval(() => {
      stream.write(':\n\n');
      findMember(request, params.account, services).then(
        (member) => {
          // Signed out, shut out, or with other roles: the browser comes back as who it is now.
          if (typeof member === 'string' || member.roles.join() !== who.roles.join()) stop();
        },
        () => stop(),
      );
      // Teams change while somebody listens.
      circleOf({ who, db }).then(
        (now) => {
          circle = now;
        },
        () => stop(),
      );
    }, HEARTBEAT);
    stream.on('close', stop);
    return answer(200, '');
  });
}

function isAmong(whose: Whose, { everybody, users, teams }: Circle): boolean {
  return (
    everybody || whose.users.some((user) => users.includes(user)) || whose.teams.some((one) => teams.includes(one))
  );
}

/** Takes the answer over from the server: it stays open. */
function openStream(reply: FastifyReply) {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) {
    if (value !== undefined) reply.raw.setHeader(name, value);
  }
  reply.raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  reply.raw.write('retry: 2000\n\n');
  return reply.raw;
}
