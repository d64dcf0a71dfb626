import type { VersionStatus } from '#api/interactions.ts';

/** The statuses of a version as people read them. */
export const STATUS_WORDS = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  live: 'Live',
  retired: 'Retired',
} as const satisfies Record<VersionStatus, string>;
