import { useState } from 'react';
import { ComboBox } from '../combo-box.tsx';
import { DateField } from '../date-field.tsx';
import { NumberField } from '../number-field.tsx';
import { SearchField } from '../search-field.tsx';
import { Select } from '../select.tsx';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import { Grid, Section } from './section.tsx';

const TEAMS = [
  { id: 'billing', label: 'Billing', description: 'Invoices, payments, refunds' },
  { id: 'technical', label: 'Technical support', description: 'Lines, routers, outages' },
  { id: 'retention', label: 'Retention' },
  { id: 'closed', label: 'Night desk', isDisabled: true },
] as const;

export function Fields() {
  const [team, setTeam] = useState<string | null>('billing');
  const [none, setNone] = useState<string | null>(null);
  const [day, setDay] = useState<string | null>('2026-11-24');
  return (
    <Section title="Fields">
      <Grid>
        <TextField label="Name" defaultValue="Router does not connect" />
        <TextField label="Customer number" description="Eight digits, on every invoice." placeholder="40021877" />
        <TextField label="Internal note" isOptional />
        <TextField
          label="E-mail"
          defaultValue="ana.lopez"
          error="Enter a full address, such as ana.lopez@example.com."
        />
        <TextField label="Password" type="password" defaultValue="correct horse" autoComplete="off" />
        <TextField label="Approved by" isReadOnly defaultValue="Marta Lindqvist" />
        <TextField label="Contract" isDisabled defaultValue="Fibre 500" />
        <NumberField
          label="Target time"
          defaultValue={90}
          minValue={0}
          formatOptions={{ style: 'unit', unit: 'second' }}
        />
        <NumberField
          label="Refund"
          defaultValue={24.9}
          formatOptions={{ style: 'currency', currency: 'EUR' }}
          hasSteps={false}
        />
        <Select label="Team" options={TEAMS} value={team} onChange={setTeam} />
        <Select
          label="Reviewer"
          options={TEAMS}
          value={none}
          onChange={setNone}
          placeholder="Choose a reviewer"
          error="Choose who decides on this version."
        />
        <Select label="Channel" options={TEAMS} value="technical" onChange={() => {}} isDisabled />
        <ComboBox label="Transfer to" options={TEAMS} value={team} onChange={setTeam} placeholder="Type a name" />
        <ComboBox label="Language" options={TEAMS} value={none} onChange={setNone} error="Choose one of the list." />
        <DateField label="Live from" description={`Kept as ${day}.`} value={day} onChange={setDay} min="2026-11-01" />
        <DateField label="Until" value={null} onChange={setDay} isOptional />
        <SearchField label="Search Interactions" />
        <SearchField label="Search users" defaultValue="lind" />
        <TextArea
          label="Text to read aloud"
          description="Values in braces are filled in for the customer."
          defaultValue={'Thank you, {customer.name}. I can see an outage in your street since this morning.'}
        />
      </Grid>
    </Section>
  );
}
