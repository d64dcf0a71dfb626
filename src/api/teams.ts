import * as z from 'zod';
import { accountId, teamId, userId } from './identifier.ts';
import { list } from './list.ts';
import { reference } from './references.ts';
import { nothing, route } from './route.ts';
import { nameText } from './text.ts';
import { instant } from './time.ts';
import { person } from './users.ts';

export const team = z.strictObject({
  id: teamId,
  name: z.string(),
  /** By name; left out for those who may not see who belongs to the account. */
  members: z.array(person).optional(),
  createdAt: instant,
  abilities: z.array(z.enum(['change', 'delete'])),
});

export type Team = z.infer<typeof team>;

const params = z.strictObject({ account: accountId });
const one = params.extend({ team: teamId });

/** Groups of people to whom sessions are handed, and whose sessions and reports their supervisors see. */
export const teamRoutes = {
  list: route({
    method: 'GET',
    path: '/accounts/:account/teams',
    says: 'Lists all teams by name.',
    access: 'teams.read',
    params,
    answers: { 200: list(team) },
  }),
  create: route({
    method: 'POST',
    path: '/accounts/:account/teams',
    says: 'Makes a team; nobody is in it yet.',
    access: 'teams.change',
    params,
    body: z.strictObject({ name: nameText }),
    answers: { 201: team },
  }),
  rename: route({
    method: 'PATCH',
    path: '/accounts/:account/teams/:team',
    says: 'Renames a team.',
    access: 'teams.change',
    params: one,
    body: z.strictObject({ name: nameText }),
    answers: { 200: team },
  }),
  delete: route({
    method: 'DELETE',
    path: '/accounts/:account/teams/:team',
    says: 'Deletes a team to which no live version hands sessions and for which no session waits.',
    access: 'teams.change',
    params: one,
    answers: { 204: nothing },
  }),
  addMember: route({
    method: 'POST',
    path: '/accounts/:account/teams/:team/members',
    says: 'Puts somebody of the account into a team. Who is in it already stays.',
    access: 'teams.change',
    params: one,
    body: z.strictObject({ user: userId }),
    answers: { 200: team },
    repeat: 'harmless',
  }),
  removeMember: route({
    method: 'DELETE',
    path: '/accounts/:account/teams/:team/members/:user',
    says: 'Takes somebody out of a team.',
    access: 'teams.change',
    params: one.extend({ user: userId }),
    answers: { 200: team },
  }),
  uses: route({
    method: 'GET',
    path: '/accounts/:account/teams/:team/uses',
    says: 'Shows which versions and working copies hand sessions to a team, and how many sessions wait for it.',
    access: 'teams.change',
    params: one,
    answers: { 200: list(reference).extend({ waiting: z.int() }) },
  }),
};
