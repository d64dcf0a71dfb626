/** @jsxImportSource preact */
import { useRef, useState } from 'preact/hooks';
import { type FieldKind, type InputProps, textAsItIs } from '../field-kind.ts';
import { flagLimit } from '../limits.ts';
import { TextInput } from '../text-input.tsx';

/** Hidden while it is typed, and kept nowhere: a reload, or going back, asks for it again. */
function SecretInput(props: InputProps) {
  const { words, locked, field } = props;
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const toggle = () => {
    setShown(!shown);
    input.current?.focus();
  };
  return (
    <div class="secret">
      <TextInput
        {...props}
        innerRef={input}
        control={shown ? 'text' : 'password'}
        inputMode={flagLimit(field, 'digits') ? 'numeric' : 'text'}
        class="input-secret"
        verbatim
      />
      <button
        type="button"
        class="quiet-button"
        aria-pressed={shown}
        aria-describedby={props.labelledBy}
        disabled={locked}
        onClick={toggle}
      >
        {words.showTyped}
      </button>
    </div>
  );
}

export const secret: FieldKind = { Input: SecretInput, ...textAsItIs };
