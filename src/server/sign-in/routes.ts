import { signInRoutes } from '#api/sign-in.ts';
import { deleteSignIn } from '#store/queries/sign-ins.ts';
import { clearCookie, cookieOf, setCookie } from '../http/cookie.ts';
import type { RouteServer } from '../http/serve.ts';
import { answer, done } from '../reply.ts';
import type { Services } from '../services.ts';
import { changePassword, SIGN_IN_LASTS, signIn } from './commands.ts';
import { presentMe } from './me.ts';
import { hashOfSecret } from './secret.ts';

export function serveSignIn(server: RouteServer, services: Services): void {
  const https = services.config.publicUrl?.startsWith('https:') ?? false;

  server.open(signInRoutes.signIn, async ({ body, db, request, reply }) => {
    const signed = await signIn(services, request, body);
    if (!signed.ok) return signed;
    setCookie(reply, signed.value.token, { maxAge: SIGN_IN_LASTS, https });
    return answer(200, await presentMe(db, signed.value.user));
  });

  server.open(signInRoutes.signOut, async ({ db, request, reply }) => {
    const token = cookieOf(request);
    if (token !== undefined) await deleteSignIn(db, hashOfSecret(token));
    clearCookie(reply);
    return done();
  });

  server.signedIn(signInRoutes.me, async ({ db, who }) => answer(200, await presentMe(db, who)));

  server.signedIn(signInRoutes.changePassword, async ({ db, body, who, request }) => {
    const changed = await changePassword(services, db, who, body, request.ip);
    return changed.ok ? done() : changed;
  });
}
