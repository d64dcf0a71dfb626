import { Search, X } from 'lucide-react';
import {
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
  Button,
  Group,
  Input,
  Label,
} from 'react-aria-components';
import { words } from './words.ts';
import './field.css';
import './search-field.css';

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'className' | 'style' | 'children'> {
  /** Read aloud, and shown as the placeholder: "Search Interactions". */
  label: string;
}

/** Filters what stands below it. Escape clears it. */
export function SearchField({ label, ...rest }: SearchFieldProps) {
  return (
    <AriaSearchField {...rest} className="wm-field wm-search">
      <Label className="wm-hidden">{label}</Label>
      <Group className="wm-input-box">
        <Search aria-hidden="true" className="wm-search-icon" />
        <Input className="wm-input" placeholder={label} />
        <Button className="wm-input-button" aria-label={words.clear}>
          <X />
        </Button>
      </Group>
    </AriaSearchField>
  );
}
