import { VERSION_STATUS_WORDS, type VersionStatus } from '#api/interactions.ts';
import { Badge, type BadgeProps } from '#ui/badge.tsx';

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
      {number === undefined ? VERSION_STATUS_WORDS[status] : `${VERSION_STATUS_WORDS[status]} ${number}`}
    </Badge>
  );
}
