import { getRouteApi } from '@tanstack/react-router';
import { Page } from '#ui/page.tsx';
import { type TabItem, Tabs } from '#ui/tabs.tsx';
import type { AdministrationTab } from '../app/addresses.ts';
import { useMay } from '../app/who.tsx';
import { AuditLog } from '../audit/audit-list.tsx';
import { Connections } from '../connections/connections.tsx';
import { Mail } from '../mail/mail.tsx';
import { OutcomeList } from '../outcomes/outcome-list.tsx';
import { TeamList } from '../teams/team-list.tsx';
import { ValueList } from '../values/value-list.tsx';
import { AccountSettings } from './account-settings.tsx';
import { ApiKeys } from './api-keys.tsx';
import { People } from './people.tsx';
import { Trash } from './trash.tsx';

const route = getRouteApi('/console/administration/$tab');

/** The account itself: who is in it and how it works. */
export function AdministrationPage() {
  const { tab } = route.useParams();
  const navigate = route.useNavigate();
  const mayPeople = useMay('users.read');
  const mayValues = useMay('values.read');
  const mayOutcomes = useMay('outcomes.read');
  const mayConnect = useMay('connections.manage');
  const mayKeys = useMay('api-keys.manage');
  const mayAudit = useMay('audit.read');
  const mayDelete = useMay('interactions.delete');
  const tabs: (TabItem<AdministrationTab> | false)[] = [
    mayPeople && { id: 'people', label: 'People', content: <People /> },
    mayPeople && { id: 'teams', label: 'Teams', content: <TeamList /> },
    { id: 'account', label: 'Account', content: <AccountSettings /> },
    mayValues && { id: 'values', label: 'Values', content: <ValueList /> },
    mayOutcomes && { id: 'outcomes', label: 'Outcomes', content: <OutcomeList /> },
    mayConnect && { id: 'connections', label: 'Connections', content: <Connections /> },
    mayConnect && { id: 'mail', label: 'Mail', content: <Mail /> },
    mayKeys && { id: 'api-keys', label: 'API keys', content: <ApiKeys /> },
    mayAudit && { id: 'audit-log', label: 'Audit log', content: <AuditLog /> },
    mayDelete && { id: 'trash', label: 'Trash', content: <Trash /> },
  ];
  const shown = tabs.filter((one) => one !== false);
  const part = shown.find((one) => one.id === tab) ?? shown.find((one) => one.id === 'account');
  return (
    <Page title="Administration" part={typeof part?.label === 'string' ? part.label : undefined}>
      <Tabs<AdministrationTab>
        label="Parts of the administration"
        tabs={shown}
        selected={shown.some((one) => one.id === tab) ? tab : 'account'}
        onSelect={(next) => void navigate({ params: { tab: next } })}
      />
    </Page>
  );
}
