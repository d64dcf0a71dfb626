import * as z from 'zod';
import { accountId, userId } from './identifier.ts';
import { list, paging } from './list.ts';
import { ROLES } from './permissions.ts';
import { route } from './route.ts';
import { newPassword } from './sign-in.ts';
import { email, nameText, searchText } from './text.ts';
import { instant } from './time.ts';

/** Somebody as they are named beside what they did. */
export const person = z.strictObject({ id: userId, name: z.string() });

export type Person = z.infer<typeof person>;

export const user = z.strictObject({
  id: userId,
  name: z.string(),
  email: z.string(),
  roles: z.array(z.enum(ROLES)),
  /** Shut out of this account. */
  disabled: z.boolean(),
  createdAt: instant,
  abilities: z.array(z.enum(['change'])),
});

export type User = z.infer<typeof user>;

const roles = z
  .array(z.enum(ROLES))
  .max(ROLES.length)
  .refine((list) => new Set(list).size === list.length, 'a role stands here twice');

const params = z.strictObject({ account: accountId });

export const userRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/users',
    says: 'Lists the people of an account by name; with `text`, those whose name or address holds it.',
    access: 'users.read',
    params,
    query: z.strictObject({ ...paging, text: searchText.optional() }),
    answers: { 200: list(user) },
  }),
  add: route({
    method: 'POST',
    path: '/accounts/:account/users',
    says: 'Adds somebody to an account, with a first password that they change later.',
    access: 'users.change',
    params,
    body: z.strictObject({ email, name: nameText, roles, password: newPassword }),
    answers: { 201: user },
    // To know a repetition, a fast hash of the password would have to be kept; the e-mail address is taken by then anyway.
    repeat: 'harmless',
  }),
  change: route({
    method: 'PATCH',
    path: '/accounts/:account/users/:user',
    says: 'Changes the name or the roles of somebody, shuts them out or lets them in again.',
    access: 'users.change',
    params: params.extend({ user: userId }),
    body: z.strictObject({ name: nameText.optional(), roles: roles.optional(), disabled: z.boolean().optional() }),
    answers: { 200: user },
  }),
};
