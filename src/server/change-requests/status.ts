import type { CHANGE_REQUEST_STATUSES } from '#api/change-requests.ts';
import type { ChangeRequestStatus } from '#store/tables.ts';

type Status = (typeof CHANGE_REQUEST_STATUSES)[number];

/** A status as the database words it. */
export const IN_STORE = {
  open: 'open',
  answered: 'planned',
  closed: 'done',
  declined: 'declined',
} as const satisfies Record<Status, ChangeRequestStatus>;

/** A status as people and the API word it. */
export const IN_WORDS = {
  open: 'open',
  planned: 'answered',
  done: 'closed',
  declined: 'declined',
} as const satisfies Record<ChangeRequestStatus, Status>;
