import { useState } from 'react';
import { Page } from '../page.tsx';
import { AppShell } from '../shell/app-shell.tsx';
import { Buttons } from './buttons.tsx';
import { Choices } from './choices.tsx';
import { Fields } from './fields.tsx';
import { Messages } from './messages.tsx';
import { Overlays } from './overlays.tsx';
import { Places } from './places.tsx';
import { Tables } from './tables.tsx';
import { WorkerCheck } from './worker-check.tsx';

const ACCOUNTS = [
  { id: 'acc_north', name: 'Northwind Telecom' },
  { id: 'acc_harbour', name: 'Harbour Insurance' },
];
const EVERYTHING = { seeInteractions: true, design: true, serve: true, seeReports: true, administer: true };

/** Every component in every state, for eyes and for the checks of accessibility. Never shipped. */
export function Gallery() {
  const [account, setAccount] = useState('acc_north');
  return (
    <AppShell
      user={{ name: 'Ines Okafor', email: 'ines.okafor@northwind.example' }}
      accounts={ACCOUNTS}
      accountId={account}
      onAccountChange={setAccount}
      abilities={EVERYTHING}
      active="interactions"
      onSignOut={() => {}}
    >
      <Page title="Components" subtitle="Every component in every state.">
        <Buttons />
        <Fields />
        <Choices />
        <Messages />
        <Tables />
        <Overlays />
        <Places />
        <WorkerCheck />
      </Page>
    </AppShell>
  );
}
