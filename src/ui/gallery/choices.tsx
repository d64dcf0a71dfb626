import { useState } from 'react';
import { Checkbox, CheckboxGroup } from '../checkbox.tsx';
import { RadioGroup } from '../radio-group.tsx';
import { Switch } from '../switch.tsx';
import { Grid, Section } from './section.tsx';

const CHANNELS = [
  { id: 'voice', label: 'Voice' },
  { id: 'chat', label: 'Chat' },
  { id: 'email', label: 'E-mail', description: 'Answers are sent as drafts.' },
  { id: 'sms', label: 'SMS', isDisabled: true },
] as const;
type Channel = (typeof CHANNELS)[number]['id'];

export function Choices() {
  const [channels, setChannels] = useState<readonly Channel[]>(['voice', 'email']);
  const [channel, setChannel] = useState<Channel | null>('chat');
  return (
    <Section title="Choices">
      <Grid>
        <CheckboxGroup
          label="Channels"
          description="Where it may be used."
          options={CHANNELS}
          value={channels}
          onChange={setChannels}
        />
        <RadioGroup label="Channel of the call" options={CHANNELS} value={channel} onChange={setChannel} />
        <RadioGroup label="Decision" options={CHANNELS} value={null} onChange={setChannel} error="Choose one." />
        <div>
          <Checkbox defaultSelected>Ask for a confirmation</Checkbox>
          <Checkbox isIndeterminate>All teams</Checkbox>
          <Checkbox isDisabled>Record the call</Checkbox>
          <Checkbox error="Tick this once you have read it aloud.">I have read this aloud</Checkbox>
          <Checkbox description="The customer hears it before anything else.">Compliance notice</Checkbox>
        </div>
        <div>
          <Switch defaultSelected>Live</Switch>
          <Switch>Show agent names in reports</Switch>
          <Switch isDisabled>Allow self-service</Switch>
          <Switch defaultSelected description="Takes effect for sessions that start from now on.">
            Prefill from the caller's number
          </Switch>
        </div>
      </Grid>
    </Section>
  );
}
