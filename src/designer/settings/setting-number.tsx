import { useState } from 'react';
import type * as z from 'zod';
import { NumberField } from '#ui/number-field.tsx';

export interface SettingNumberProps {
  schema: z.ZodType;
  label: string;
  description?: string | undefined;
  isOptional: boolean;
  value: number | undefined;
  /** What is wrong with the number that is kept. */
  error?: string | undefined;
  onChange(value: number | undefined): void;
}

/** A number within the limits of its setting. One that does not fit stays in the field with the reason, and is not kept. */
export function SettingNumber({ schema, value, error, onChange, ...words }: SettingNumberProps) {
  const [wrong, setWrong] = useState<{ readonly typed: number; readonly why: string } | undefined>(undefined);
  return (
    <NumberField
      {...words}
      hasSteps={false}
      error={wrong?.why ?? error}
      value={wrong?.typed ?? value ?? Number.NaN}
      onChange={(typed) => {
        const wanted = Number.isNaN(typed) ? undefined : typed;
        const parsed = schema.safeParse(wanted);
        setWrong(parsed.success ? undefined : { typed, why: whyNot(parsed.error.issues[0], value) });
        if (parsed.success) onChange(wanted);
      }}
    />
  );
}

function whyNot(issue: z.core.$ZodIssue | undefined, kept: number | undefined): string {
  const stays = kept === undefined ? 'Nothing is set.' : `${kept} is still set.`;
  return `${sentence(issue)} ${stays}`;
}

function sentence(issue: z.core.$ZodIssue | undefined): string {
  switch (issue?.code) {
    case 'too_small':
      return `The least that can be set is ${issue.minimum}.`;
    case 'too_big':
      return `The most that can be set is ${issue.maximum}.`;
    case 'invalid_value':
      return `It can be ${issue.values.map(String).join(', ')}.`;
    case 'invalid_type':
      return issue.expected === 'int' ? 'It must be a whole number.' : 'A number is needed.';
    default:
      return 'This number does not fit.';
  }
}
