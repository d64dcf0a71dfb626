import { getRouteApi } from '@tanstack/react-router';
import { CHANGE_REQUEST_STATUSES } from '#api/change-requests.ts';
import { Page } from '#ui/page.tsx';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { useWho } from '../app/who.tsx';
import { RequestList } from './request-list.tsx';
import { REQUEST_STATUS_WORDS } from './status.tsx';

const route = getRouteApi('/console/change-requests');
const ALL = 'all';

/** Every wish to improve in the account. */
export function ChangeRequestsPage() {
  const { user } = useWho();
  const { status, mine } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Page title="Change requests" subtitle="Wishes to improve, with the figures that gave rise to them">
      <div className="wc-filters">
        <Select<string>
          label="Status"
          isLabelHidden
          options={[
            { id: ALL, label: 'Every status' },
            ...CHANGE_REQUEST_STATUSES.map((id) => ({ id, label: REQUEST_STATUS_WORDS[id] })),
          ]}
          value={status ?? ALL}
          onChange={(id) =>
            void navigate({
              search: (now) => ({ ...now, status: CHANGE_REQUEST_STATUSES.find((one) => one === id) }),
              replace: true,
            })
          }
        />
        <Switch
          isSelected={mine === 'yes'}
          onChange={(isMine) =>
            void navigate({ search: (now) => ({ ...now, mine: isMine ? 'yes' : undefined }), replace: true })
          }
        >
          Only mine
        </Switch>
      </div>
      <RequestList query={{ ...(status ? { status } : {}), ...(mine ? { owner: user.id } : {}) }} isAlone={false} />
    </Page>
  );
}
