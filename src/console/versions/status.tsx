import type { VersionStatus } from '#api/interactions.ts';
import { Badge, type BadgeProps } from '#ui/badge.tsx';

export const STATUS_WORDS = {
  draft: 'Draft',
  'in-review': 'In review',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  live: 'Live',
  retired: 'Retired',
} as const satisfies Record<VersionStatus, string>;

const TONES = {
  draft: 'neutral',
  'in-review': 'info',
  'changes-requested': 'warning',
  approved: 'info',
  live: 'success',
  retired: 'neutral',
} as const satisfies Record<VersionStatus, BadgeProps['tone']>;

/** `Live 3`: where a version stands in its life, with its number where that is not said beside it. */
export function StatusBadge({ status, number }: { readonly status: VersionStatus; readonly number?: number }) {
  return (
    <Badge tone={TONES[status]} hasDot={status === 'live'}>
      {number === undefined ? STATUS_WORDS[status] : `${STATUS_WORDS[status]} ${number}`}
    </Badge>
  );
}
