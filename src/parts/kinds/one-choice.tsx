/** @jsxImportSource preact */
import { ChoiceButtons } from '../choice-buttons.tsx';
import { ChoiceDropDown } from '../choice-drop-down.tsx';
import { ChoiceFinder } from '../choice-finder.tsx';
import { ChoiceRadios } from '../choice-radios.tsx';
import { asItIs, type FieldKind, type InputProps } from '../field-kind.ts';
import { textLimit } from '../limits.ts';
import { NothingOffered } from '../nothing-offered.tsx';
import { NUMBER_KEYS } from '../number-keys.ts';

function OneChoice(props: InputProps) {
  const options = props.field.options ?? [];
  const chosen = typeof props.value === 'string' ? props.value : undefined;
  const presentation = textLimit(props.field, 'presentation');
  if (options.length === 0) return <NothingOffered words={props.words} />;
  if (presentation === 'drop-down') return <ChoiceDropDown {...props} options={options} chosen={chosen} />;
  const layout = presentation === 'tiles' ? 'tiles' : 'list';
  if (options.length > NUMBER_KEYS && layout === 'list') {
    return <ChoiceFinder {...props} options={options} chosen={chosen} />;
  }
  if (props.leavesAtOnce && presentation !== 'radio') {
    return <ChoiceButtons {...props} options={options} chosen={chosen} layout={layout} />;
  }
  return <ChoiceRadios {...props} options={options} chosen={chosen} layout={layout} />;
}

export const oneChoice: FieldKind = { Input: OneChoice, ...asItIs };
