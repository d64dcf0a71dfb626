import { useState } from 'react';
import { type Outcome, outcomeKey, outcomeRoutes } from '#api/outcomes.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import { OUTCOME_KINDS, OUTCOME_LENGTH, type OutcomeKind } from '#contract/outcome.ts';
import { Banner } from '#ui/banner.tsx';
import { failedWith } from '#ui/http/failure-words.ts';
import { RadioGroup } from '#ui/radio-group.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useKeyFollowingName } from '../app/key-following-name.ts';
import { useAccountId } from '../app/who.tsx';
import { WritingDialog } from '../app/writing-dialog.tsx';
import { useWriting } from '../data/writing.ts';
import { LocalizedFields } from '../languages/localized-fields.tsx';
import { OutcomeUses } from './outcome-uses.tsx';
import { KIND_WORDS, labelWords } from './words.ts';

const KINDS = OUTCOME_KINDS.map((kind) => ({
  id: kind,
  label: KIND_WORDS[kind].label,
  description: KIND_WORDS[kind].help,
}));

export interface OutcomeDialogProps {
  /** Left out for a new one. */
  readonly outcome?: Outcome;
  readonly onClose: () => void;
}

/** Makes an outcome, or changes what it is called and means. */
export function OutcomeDialog({ outcome, onClose }: OutcomeDialogProps) {
  const account = useAccountId();
  const [label, setLabel] = useState<LocalizedText>(outcome?.label ?? { en: '' });
  const [kind, setKind] = useState<OutcomeKind>(outcome?.kind ?? 'neutral');
  const [isChecked, setChecked] = useState(false);
  const done = (text: string) => {
    showToast({ text });
    onClose();
  };
  const make = useWriting(outcomeRoutes.create, (made) => done(`Outcome “${labelWords(made)}” added`));
  const change = useWriting(outcomeRoutes.change, (changed) => done(`Outcome “${labelWords(changed)}” saved`));
  const written = Object.fromEntries(
    Object.entries(label).flatMap(([language, words]) => (words.trim() === '' ? [] : [[language, words.trim()]])),
  );
  const [keyText, setKeyText] = useKeyFollowingName(Object.values(written)[0] ?? '');
  const key = outcomeKey.safeParse(outcome?.key ?? keyText);
  const hasLabel = Object.keys(written).length > 0;
  const submit = () => {
    setChecked(true);
    if (!hasLabel || !key.success) return;
    if (!outcome) make.mutate({ params: { account }, body: { key: key.data, label: written, kind } });
    else {
      change.mutate({
        params: { account, outcome: outcome.key },
        body: { label: written, ...(outcome.own ? {} : { kind }) },
        ifMatch: `"${outcome.revision}"`,
      });
    }
  };
  const error = make.error ?? change.error;
  const isTaken = failedWith(error, 'outcome.key-taken');
  const isOvertaken = failedWith(error, 'object.changed');
  return (
    <WritingDialog
      title={outcome ? `Outcome “${labelWords(outcome)}”` : 'Add an outcome'}
      onClose={onClose}
      act={outcome ? 'Save outcome' : 'Add outcome'}
      onAct={submit}
      isPending={make.isPending || change.isPending}
      error={isTaken || isOvertaken ? null : error}
    >
      {isOvertaken ? (
        <Banner tone="warning" title="Somebody changed this outcome meanwhile" isLive>
          Close this window, open the outcome again and make your change.
        </Banner>
      ) : null}
      <LocalizedFields
        label="What it is called"
        description="Agents and reports read it in their own language, else in another one that is written here."
        value={label}
        onChange={setLabel}
        maxLength={200}
        error={isChecked && !hasLabel ? 'Write what it is called in one language at least.' : undefined}
      />
      {outcome ? null : (
        <TextField
          label="Key"
          description="Stands in Interaction files and exports. It cannot be changed later."
          value={keyText}
          onChange={setKeyText}
          maxLength={OUTCOME_LENGTH}
          error={keyError(isChecked && !key.success, isTaken)}
        />
      )}
      {outcome?.own ? null : <RadioGroup<OutcomeKind> label="Kind" options={KINDS} value={kind} onChange={setKind} />}
      {outcome ? <OutcomeUses outcome={outcome} /> : null}
    </WritingDialog>
  );
}

function keyError(isWrong: boolean, isTaken: boolean): string | undefined {
  if (isWrong) return 'Begin with a letter or digit and go on with letters, digits, spaces, _ and -.';
  return isTaken ? 'There is an outcome with this key already. Choose another one.' : undefined;
}
