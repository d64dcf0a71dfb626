import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { addressOf } from './address.ts';
import { ERRORS } from './errors.ts';
import { folderRoutes } from './folders.ts';
import { may, PERMISSION_NAMES, PERMISSIONS, permissionsOf, ROLE_TABLE, ROLES } from './permissions.ts';
import { ROUTES } from './routes.ts';

const routes = Object.entries(ROUTES).flatMap(([resource, named]) =>
  Object.entries(named).map(([name, route]) => [`${resource}.${name}`, route] as const),
);

describe('the routes', () => {
  it('have addresses of their own', () => {
    const addresses = routes.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(addresses.length);
  });

  it.each(routes)('%s takes the names of its path, says what it does and who may', (_name, route) => {
    const names = [...route.path.matchAll(/:([a-z]+)/gi)].map(([, name]) => name);
    expect(route.params instanceof z.ZodObject && Object.keys(route.params.shape).sort()).toEqual(names.sort());
    expect(route.says).toMatch(/^[A-Z].*\.$/);
    if (!['anybody', 'signed-in', 'system'].includes(route.access)) expect(PERMISSIONS).toHaveProperty([route.access]);
    expect(Object.keys(route.answers).every((status) => status.startsWith('2'))).toBe(true);
  });

  it('become addresses with everything in its place', () => {
    const account = 'acc_1' as never;
    expect(addressOf(folderRoutes.list, { account })).toBe('/api/v1/accounts/acc_1/folders');
    expect(addressOf(ROUTES.users.list, { account }, { limit: 2, cursor: 'a b' })).toBe(
      '/api/v1/accounts/acc_1/users?limit=2&cursor=a%20b',
    );
  });
});

describe('the table of rights', () => {
  it('gives every right to somebody, and all to the Account Administrator', () => {
    expect(permissionsOf(['account-administrator'])).toEqual(PERMISSION_NAMES);
    expect(permissionsOf([])).toEqual([]);
  });

  it('lets only administrators delete and make live', () => {
    for (const permission of [
      'interactions.delete',
      'versions.delete',
      'versions.retire',
      'versions.go-live',
    ] as const) {
      expect(ROLES.filter((role) => may([role], permission))).toEqual([
        'interaction-administrator',
        'account-administrator',
      ]);
    }
  });

  it('adds up the rights of several roles', () => {
    expect(may(['agent', 'reviewer'], 'sessions.run')).toBe(true);
    expect(may(['agent', 'reviewer'], 'sessions.test')).toBe(true);
    expect(may(['agent'], 'sessions.test')).toBe(false);
  });

  it('says of every role what it can and cannot do', () => {
    for (const { title, can, cannot } of Object.values(ROLE_TABLE)) {
      expect([title, can, cannot].every((words) => words.length > 3)).toBe(true);
    }
  });
});

describe('the table of errors', () => {
  it.each(Object.entries(ERRORS))('%s says what is wrong and how to mend it', (code, { title, mend }) => {
    expect(code).toMatch(/^[a-z-]+(\.[a-z-]+)?$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(mend).toMatch(/^[A-Z].*\.$/);
  });
});
