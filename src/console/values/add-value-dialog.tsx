import { useState } from 'react';
import { accountValueKey } from '#api/identifier.ts';
import { type AccountValue, valueFault, valueRoutes } from '#api/values.ts';
import { ACCOUNT_VALUE_TYPES, type AccountValueType } from '#contract/account-values.ts';
import type { Json } from '#prelude/json.ts';
import { failedWith } from '#ui/http/failure-words.ts';
import { Select } from '#ui/select.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useKeyFollowingName } from '../app/key-following-name.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { draftOf, keptOf, ValueField } from './value-field.tsx';
import { TYPE_WORDS } from './words.ts';

const TYPES = ACCOUNT_VALUE_TYPES.map((type) => ({
  id: type,
  label: TYPE_WORDS[type].label,
  description: TYPE_WORDS[type].help,
}));

export interface AddValueDialogProps {
  readonly onClose: () => void;
  readonly onDone: (value: AccountValue) => void;
}

/** Makes a value. */
export function AddValueDialog({ onClose, onDone }: AddValueDialogProps) {
  const account = useAccountId();
  const [label, setLabel] = useState('');
  const [keyText, setKeyText] = useKeyFollowingName(label);
  const [type, setType] = useState<AccountValueType>('text');
  const [draft, setDraft] = useState<Json | undefined>(draftOf('text', undefined));
  const [isChecked, setChecked] = useState(false);
  const add = useWriting(valueRoutes.create, (made) => {
    showToast({ text: `Value “${made.label}” added` });
    onClose();
    onDone(made);
  });
  const key = accountValueKey.safeParse(keyText);
  const isTaken = failedWith(add.error, 'value.key-taken');
  const live = keptOf(type, draft);
  const wrong = live === undefined ? 'Give the value.' : valueFault(type, live);
  const submit = () => {
    setChecked(true);
    if (label.trim() === '' || !key.success || wrong !== undefined || live === undefined) return;
    add.mutate({ params: { account }, body: { key: key.data, label: label.trim(), type, live } });
  };
  return (
    <WritingDialog
      title="Add a value"
      onClose={onClose}
      act="Add value"
      onAct={submit}
      isPending={add.isPending}
      error={isTaken ? null : add.error}
    >
      <TextField
        label="Name"
        description="As designers find it, such as “Opening hours”."
        value={label}
        onChange={setLabel}
        maxLength={200}
        autoFocus
        error={isChecked && label.trim() === '' ? 'Give the value a name.' : undefined}
      />
      <TextField
        label="Key"
        description={
          <>
            Texts and rules read it as <code>values.{keyText || 'key'}</code>. It cannot be changed later.
          </>
        }
        value={keyText}
        onChange={setKeyText}
        maxLength={64}
        error={keyError(isChecked && !key.success, isTaken)}
      />
      <Select<AccountValueType>
        label="Type"
        description="It cannot be changed later, so that rules go on to fit."
        options={TYPES}
        value={type}
        onChange={(next) => {
          setType(next);
          setDraft(draftOf(next, undefined));
        }}
      />
      <ValueField
        key={type}
        type={type}
        label="Live value"
        description={type === 'text' ? 'It may be empty, such as a notice that is not needed now.' : undefined}
        draft={draft}
        onChange={setDraft}
        error={isChecked ? (wrong ?? fieldError(add.error, 'live')) : undefined}
      />
    </WritingDialog>
  );
}

function keyError(isWrong: boolean, isTaken: boolean): string | undefined {
  if (isWrong) return 'Begin with a small letter and go on with small letters, digits and _.';
  return isTaken ? 'There is a value with this key already. Choose another one.' : undefined;
}
