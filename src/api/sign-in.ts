import * as z from 'zod';
import { accountId, userId } from './identifier.ts';
import { PERMISSION_NAMES, ROLES } from './permissions.ts';
import { nothing, route } from './route.ts';
import { email } from './text.ts';

/** Long enough not to be guessed; the upper limit bounds the work of hashing. */
export const newPassword = z.string().min(12, 'use 12 characters or more').max(200);

export const me = z.strictObject({
  user: z.strictObject({
    id: userId,
    name: z.string(),
    email: z.string(),
    /** Looks after the whole server. */
    system: z.boolean(),
  }),
  accounts: z.array(
    z.strictObject({
      id: accountId,
      name: z.string(),
      demo: z.boolean(),
      roles: z.array(z.enum(ROLES)),
      /** What the roles together allow. */
      abilities: z.array(z.enum(PERMISSION_NAMES)),
    }),
  ),
});

export type Me = z.infer<typeof me>;

export const signInRoutes = {
  signIn: route({
    method: 'POST',
    path: '/sign-in',
    says: 'Signs in with e-mail address and password; sets the cookie.',
    access: 'anybody',
    body: z.strictObject({ email, password: z.string().min(1).max(200) }),
    answers: { 200: me },
    repeat: 'harmless',
  }),
  signOut: route({
    method: 'POST',
    path: '/sign-out',
    says: 'Signs out; takes the cookie back.',
    access: 'anybody',
    answers: { 204: nothing },
    repeat: 'harmless',
  }),
  me: route({
    method: 'GET',
    path: '/me',
    says: 'Tells who is signed in, in which accounts and with which rights.',
    access: 'signed-in',
    answers: { 200: me },
  }),
  changePassword: route({
    method: 'POST',
    path: '/me/password',
    says: 'Changes one’s own password and signs out everywhere else.',
    access: 'signed-in',
    body: z.strictObject({ current: z.string().min(1).max(200), next: newPassword }),
    answers: { 204: nothing },
    repeat: 'harmless',
  }),
};
