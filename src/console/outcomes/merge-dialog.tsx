import { useState } from 'react';
import { type Outcome, outcomeRoutes } from '#api/outcomes.ts';
import { GIVEN_OWN_OUTCOMES } from '#contract/outcome.ts';
import { Select } from '#ui/select.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { useWriting } from '../data/writing.ts';
import { OutcomeUses } from './outcome-uses.tsx';
import { labelWords } from './words.ts';

export interface MergeDialogProps {
  readonly outcome: Outcome;
  readonly outcomes: readonly Outcome[];
  readonly onClose: () => void;
}

/** Lets one outcome count as another from now on, its past sessions too. */
export function MergeDialog({ outcome, outcomes, onClose }: MergeDialogProps) {
  const account = useAccountId();
  const [into, setInto] = useState<string | null>(null);
  const [isChecked, setChecked] = useState(false);
  const targets = outcomes.filter(
    ({ key, own, retired, mergedInto }) =>
      key !== outcome.key && !retired && mergedInto === null && (!own || GIVEN_OWN_OUTCOMES.includes(key)),
  );
  const merge = useWriting(outcomeRoutes.merge, () => {
    showToast({ text: `“${labelWords(outcome)}” is merged` });
    onClose();
  });
  const submit = () => {
    setChecked(true);
    if (into !== null) merge.mutate({ params: { account, outcome: outcome.key }, body: { into } });
  };
  return (
    <WritingDialog
      title={`Merge “${labelWords(outcome)}” into another outcome`}
      onClose={onClose}
      act="Merge outcomes"
      onAct={submit}
      isPending={merge.isPending}
      error={merge.error}
    >
      <p>
        Reports show and count its sessions as the other outcome, those of the past too. It is offered to nobody any
        more. “Use again” takes it back.
      </p>
      <Select<string>
        label="Counts as"
        placeholder="Choose an outcome"
        options={targets.map((target) => ({ id: target.key, label: labelWords(target) }))}
        value={into}
        onChange={setInto}
        error={isChecked && into === null ? 'Choose the outcome as which it counts.' : undefined}
      />
      <OutcomeUses outcome={outcome} />
    </WritingDialog>
  );
}
