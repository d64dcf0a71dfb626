import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Account, accountRoutes } from '#api/accounts.ts';
import { Button } from '#ui/button.tsx';
import { ComboBox } from '#ui/combo-box.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { NumberField } from '#ui/number-field.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { Loaded } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { fieldError } from '../data/failure.ts';
import { reading } from '../data/reading.ts';
import { useWriting } from '../data/writing.ts';
import './account-settings.css';

/** How the account works. */
export function AccountSettings() {
  const account = useAccountId();
  const query = useQuery(reading(accountRoutes.read, { account }));
  return <Loaded query={query}>{(data) => <Settings account={data} />}</Loaded>;
}

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, label: id.replaceAll('_', ' ') }));

/** Nothing given: an empty number field is not a number. */
const none = (value: number) => (Number.isNaN(value) ? null : value);

function Settings({ account }: { readonly account: Account }) {
  const [name, setName] = useState(account.name);
  const [settings, setSettings] = useState(account.settings);
  const mayChange = account.abilities.includes('change');
  const save = useWriting(accountRoutes.change, () => showToast({ text: 'Account saved' }));
  const set = (part: Partial<Account['settings']>) => setSettings((now) => ({ ...now, ...part }));
  return (
    <form
      className="wc-settings"
      // The browser would not send again what the server refused once.
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ params: { account: account.id }, body: { name: name.trim(), settings } });
      }}
    >
      {save.error ? <FailureBanner error={save.error} /> : null}
      <section className="wc-card wc-stack">
        <h2>General</h2>
        <TextField
          label="Name"
          value={name}
          onChange={setName}
          isDisabled={!mayChange}
          error={name.trim() === '' ? 'An account needs a name.' : fieldError(save.error, 'name')}
        />
        <ComboBox<string>
          label="Time zone"
          description="Days and hours of reports are those of this zone."
          options={ZONES}
          value={settings.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
          isDisabled={!mayChange}
        />
      </section>
      <section className="wc-card wc-stack">
        <h2>Publishing</h2>
        <Switch
          isSelected={settings.selfApproval}
          onChange={(selfApproval) => set({ selfApproval })}
          isDisabled={!mayChange}
          description="Off: a version is approved by somebody other than the one who published it."
        >
          Authors may approve their own work
        </Switch>
        <Switch
          isSelected={settings.separateGoLive}
          onChange={(separateGoLive) => set({ separateGoLive })}
          isDisabled={!mayChange}
          description="On: an approved version is made live in a second step."
        >
          Approving and going live are separate
        </Switch>
        <Switch
          isSelected={settings.testsMustPass}
          onChange={(testsMustPass) => set({ testsMustPass })}
          isDisabled={!mayChange}
          description="On: a version whose tests failed when it was published is not approved or made live. Off: it is only shown."
        >
          Tests must pass before a version is approved
        </Switch>
      </section>
      <section className="wc-card wc-stack">
        <h2>Sessions</h2>
        <NumberField
          label="Time out after"
          description="Minutes without an answer. A session that timed out can be resumed by those with the right."
          value={settings.idleMinutes}
          onChange={(value) => set({ idleMinutes: none(value) ?? account.settings.idleMinutes })}
          minValue={1}
          maxValue={10_080}
          isDisabled={!mayChange}
          formatOptions={{ style: 'unit', unit: 'minute', unitDisplay: 'long' }}
        />
        <NumberField
          label="Target time of elements"
          description="Seconds, for elements that have no target of their own."
          isOptional
          value={settings.elementTarget ?? Number.NaN}
          onChange={(value) => set({ elementTarget: none(value) })}
          minValue={1}
          maxValue={86_400}
          isDisabled={!mayChange}
          formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'long' }}
        />
        <NumberField
          label="Target time of Interactions"
          description="Seconds, for Interactions that have no target of their own."
          isOptional
          value={settings.sessionTarget ?? Number.NaN}
          onChange={(value) => set({ sessionTarget: none(value) })}
          minValue={1}
          maxValue={604_800}
          isDisabled={!mayChange}
          formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'long' }}
        />
      </section>
      {mayChange ? (
        <div>
          <Button type="submit" variant="primary" isPending={save.isPending} isDisabled={name.trim() === ''}>
            Save account
          </Button>
        </div>
      ) : null}
    </form>
  );
}
