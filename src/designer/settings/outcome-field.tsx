import type { Outcome } from '#api/outcomes.ts';
import { textIn } from '#contract/localized-text.ts';
import { GIVEN_OWN_OUTCOMES } from '#contract/outcome.ts';
import { ComboBox } from '#ui/combo-box.tsx';

export interface OutcomeFieldProps {
  label: string;
  description?: string | undefined;
  value: string;
  /** Those of the account that the working copy belongs to. */
  outcomes: readonly Outcome[];
  onChange(outcome: string): void;
}

/** One of the outcomes of the account. One that the account does not offer stays until another one is chosen. */
export function OutcomeField({ label, description, value, outcomes, onChange }: OutcomeFieldProps) {
  const offered = outcomes.filter(({ key, own, retired }) => (own ? GIVEN_OWN_OUTCOMES.includes(key) : !retired));
  const current = outcomes.find(({ key }) => key === value);
  const options = [
    ...(value === '' || offered.some(({ key }) => key === value)
      ? []
      : [{ id: value, label: current ? labelOf(current) : value, description: current ? 'retired' : undefined }]),
    ...offered.map((outcome) => ({ id: outcome.key, label: labelOf(outcome), description: describe(outcome) })),
  ];
  return (
    <ComboBox<string>
      label={label}
      description={description}
      // Its options are looked at once; with others it is another field.
      key={options.map((option) => `${option.id} ${option.label}`).join()}
      options={options}
      value={value === '' ? null : value}
      error={faultOf(value, current)}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(key);
      }}
    />
  );
}

function labelOf({ key, label }: Outcome): string {
  return textIn(label, 'en', 'en') || key;
}

/** The key, where it says more than the words. */
function describe(outcome: Outcome): string | undefined {
  return outcome.key === labelOf(outcome) ? undefined : outcome.key;
}

function faultOf(value: string, current: Outcome | undefined): string | undefined {
  if (value === '') return 'Choose how the session ends.';
  if (!current) return `The account has no outcome “${value}”. Choose one of its own.`;
  return current.retired ? 'The account has retired this outcome. Choose another one.' : undefined;
}
