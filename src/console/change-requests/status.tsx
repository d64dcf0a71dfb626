import type { ChangeRequest } from '#api/change-requests.ts';
import { Badge, type BadgeProps } from '#ui/badge.tsx';

type Status = ChangeRequest['status'];

export const REQUEST_STATUS_WORDS = {
  open: 'Open',
  answered: 'Answered',
  closed: 'Closed',
  declined: 'Declined',
} as const satisfies Record<Status, string>;

const TONES = {
  open: 'warning',
  answered: 'info',
  closed: 'success',
  declined: 'neutral',
} as const satisfies Record<Status, BadgeProps['tone']>;

export function RequestBadge({ status }: { readonly status: Status }) {
  return <Badge tone={TONES[status]}>{REQUEST_STATUS_WORDS[status]}</Badge>;
}
