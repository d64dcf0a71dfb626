import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { ListBoxItem } from 'react-aria-components';
import './option.css';

/** One entry of a select, a combo box or a radio group. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly icon?: ReactNode;
  readonly isDisabled?: boolean | undefined;
  /** Options of one group stand together under its name. */
  readonly group?: string | undefined;
}

/** An entry in the list of a select or combo box. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} isDisabled={option.isDisabled ?? false} className="wm-option">
      {({ isSelected }) => (
        <>
          {option.icon}
          <span className="wm-option-words">
            <span>{option.label}</span>
            {option.description ? <span className="wm-option-description">{option.description}</span> : null}
          </span>
          {isSelected ? <Check className="wm-option-check" aria-hidden="true" /> : null}
        </>
      )}
    </ListBoxItem>
  );
}
