import { ComboBox } from '#ui/combo-box.tsx';
import type { AccountThing, ThingKind } from '../server/account-things.ts';

export interface ThingFieldProps {
  kind: ThingKind;
  label: string;
  description?: string | undefined;
  value: string;
  /** Those of the account that the working copy belongs to. */
  things: readonly AccountThing[];
  isOptional: boolean;
  onChange(key: string | undefined): void;
}

const NONE = { id: '', label: 'None' };

/**
 * A connection, Interaction or team of the account, found by typing part of its name. What the account does not have stays
 * until something else is chosen: the file may have come from another one.
 */
export function ThingField({ kind, label, description, value, things, isOptional, onChange }: ThingFieldProps) {
  const isKnown = value === '' || things.some(({ key }) => key === value);
  const options = [
    ...(isOptional ? [NONE] : []),
    ...(isKnown ? [] : [{ id: value, label: value, description: 'not in this account' }]),
    ...things.map((thing) => ({ id: thing.key, label: thing.label, description: thing.description })),
  ];
  const words = WORDS[kind];
  return (
    <ComboBox<string>
      label={isOptional ? `${label} (optional)` : label}
      description={things.length === 0 ? words.none : description}
      // Its options are looked at once; with others it is another field.
      key={options.map((option) => `${option.id} ${option.label}`).join()}
      options={options}
      value={value === '' && !isOptional ? null : value}
      placeholder={words.choose}
      error={isKnown ? undefined : words.unknown(value)}
      onChange={(key) => {
        if (key !== null && key !== value) onChange(key === '' ? undefined : key);
      }}
    />
  );
}

/** Said where there is no account to choose from. */
export function typedWords(kind: ThingKind): string {
  return WORDS[kind].typed;
}

interface ThingWords {
  readonly choose: string;
  readonly none: string;
  readonly typed: string;
  unknown(key: string): string;
}

const WORDS: Record<ThingKind, ThingWords> = {
  connection: {
    choose: 'Choose a connection',
    none: 'The account has no connections yet. An Account Administrator sets them up in the console.',
    typed: 'There is no account here to choose from: type the key of the connection.',
    unknown: (key) =>
      `The account has no connection “${key}”. Choose one of its own, or have one set up with this key.`,
  },
  interaction: {
    choose: 'Choose an Interaction',
    none: 'The account has no Interactions yet. Publish the one that is to run here first.',
    typed: 'There is no account here to choose from: type the id of the Interaction, as it stands in its file.',
    unknown: (key) => `The account has no Interaction “${key}”. Choose one of its own, or publish that one first.`,
  },
  team: {
    choose: 'Choose a team',
    none: 'The account has no teams yet. An Account Administrator adds them in the console.',
    typed: 'There is no account here to choose from: type the id of the team.',
    unknown: (key) => `The account has no team “${key}”. Choose one of its own.`,
  },
};
