import type { ReactNode } from 'react';
import { FieldError as AriaFieldError, Label, Text } from 'react-aria-components';
import { words } from './words.ts';
import './field.css';

/** What every field of the kit can say. */
export interface FieldProps {
  label: string;
  /** A sentence that helps to fill it in; it stands before the field, where it is read first. */
  description?: ReactNode;
  /** What is wrong and how to mend it. The field is marked as wrong while this is set. */
  error?: string | undefined;
  /** The label is still read aloud: only where something seen names the field already. */
  isLabelHidden?: boolean | undefined;
  /** Adds "optional" to the label. Needed fields are the rule and carry no mark. */
  isOptional?: boolean | undefined;
}

/** The label and the help above a field. */
export function FieldHead({ label, description, isLabelHidden, isOptional }: Omit<FieldProps, 'error'>) {
  return (
    <>
      <Label className={isLabelHidden ? 'wm-label wm-hidden' : 'wm-label'}>
        {label}
        {isOptional ? <span className="wm-label-optional"> ({words.optional})</span> : null}
      </Label>
      {description ? (
        <Text slot="description" className="wm-field-description">
          {description}
        </Text>
      ) : null}
    </>
  );
}

/** The error below a field; nothing while there is none. */
export function FieldError({ error }: Pick<FieldProps, 'error'>) {
  return <AriaFieldError className="wm-field-error">{error}</AriaFieldError>;
}

/** The language of what is written into a field, and its direction as the words themselves have it. */
export function writtenIn(language: string | undefined) {
  return language === undefined ? {} : { lang: language, dir: 'auto' };
}
