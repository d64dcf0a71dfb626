import { expect, it } from 'vitest';
import { actsAmong, dueAmong } from './acts.ts';

it.each([
  [
    ['submit', 'request-changes', 'approve', 'approve-and-go-live', 'delete'],
    ['approve-and-go-live', 'request-changes'],
  ],
  // Approving and going live are separate in this account.
  [
    ['submit', 'request-changes', 'approve', 'delete'],
    ['approve', 'request-changes'],
  ],
  // Nobody approves their own work.
  [
    ['submit', 'request-changes', 'delete'],
    ['submit', 'request-changes'],
  ],
  [['go-live', 'retire'], ['go-live']],
  [['request-changes'], ['request-changes']],
] as const)('of %j the steps to press are %j, sending back never first', (abilities, due) => {
  expect(dueAmong(actsAmong(abilities))).toEqual(due);
});
