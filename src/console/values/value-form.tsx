import { useState } from 'react';
import { type AccountValue, valueFault, valueRoutes } from '#api/values.ts';
import type { Json } from '#prelude/json.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { failedWith } from '#ui/http/failure-words.ts';
import { Switch } from '#ui/switch.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextField } from '#ui/text-field.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { fieldError } from '../data/failure.ts';
import { useWriting } from '../data/writing.ts';
import { draftOf, keptOf, ValueField } from './value-field.tsx';

interface Draft {
  readonly label: string;
  readonly description: string;
  readonly live: Json | undefined;
  /** Null: test runs read the live value. */
  readonly test: Json | undefined;
  readonly why: string;
}

function beginning({ label, description, type, live, test }: AccountValue): Draft {
  return { label, description, live: draftOf(type, live), test: test === null ? null : draftOf(type, test), why: '' };
}

/** What a value is. A draft stays while others change the value: whoever saves then sees theirs first. */
export function ValueForm({ value }: { readonly value: AccountValue }) {
  const [base, setBase] = useState(value);
  const [draft, setDraft] = useState(() => beginning(value));
  const [round, setRound] = useState(0);
  const isDirty = JSON.stringify(draft) !== JSON.stringify(beginning(base));
  const take = (next: AccountValue) => {
    setBase(next);
    setDraft(beginning(next));
    // Fields that keep what was typed begin anew with it.
    setRound((before) => before + 1);
  };
  if (value.revision > base.revision && !isDirty) take(value);
  return (
    <Fields
      key={round}
      base={base}
      draft={draft}
      isDirty={isDirty}
      newer={value.revision > base.revision ? value : undefined}
      onDraft={setDraft}
      onTake={take}
    />
  );
}

interface FieldsProps {
  base: AccountValue;
  draft: Draft;
  isDirty: boolean;
  /** What somebody else made of it meanwhile. */
  newer: AccountValue | undefined;
  onDraft: (draft: Draft) => void;
  onTake: (value: AccountValue) => void;
}

function Fields({ base, draft, isDirty, newer, onDraft, onTake }: FieldsProps) {
  const account = useAccountId();
  const [isChecked, setChecked] = useState(false);
  const save = useWriting(valueRoutes.change, (saved) => {
    showToast({ text: 'Value saved. Sessions read it from their next step on.' });
    onTake(saved);
  });
  const { type } = base;
  const mayChange = base.abilities.includes('change');
  const put = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const live = keptOf(type, draft.live);
  const test = draft.test === null ? null : keptOf(type, draft.test);
  const wrong = {
    label: draft.label.trim() === '' ? 'A value needs a name.' : undefined,
    live: live === undefined ? 'Give the value.' : valueFault(type, live),
    test: test === undefined ? 'Give the value for test runs.' : test === null ? undefined : valueFault(type, test),
  };
  const submit = () => {
    setChecked(true);
    if (Object.values(wrong).some((message) => message !== undefined) || live === undefined || test === undefined)
      return;
    save.mutate({
      params: { account, value: base.key },
      ifMatch: `"${base.revision}"`,
      body: {
        label: draft.label.trim(),
        description: draft.description.trim(),
        live,
        test,
        ...(draft.why.trim() === '' ? {} : { why: draft.why.trim() }),
      },
    });
  };
  const wasChanged = newer !== undefined || failedWith(save.error, 'object.changed');
  return (
    <form
      className="wc-card wc-stack"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <h2>Value</h2>
      {wasChanged ? (
        <Banner
          tone="warning"
          title={
            newer ? `${newer.changedBy.name} changed this value meanwhile` : 'Somebody changed this value meanwhile'
          }
          isLive
          actions={
            newer ? (
              <Button size="small" onPress={() => onTake(newer)}>
                Show theirs
              </Button>
            ) : null
          }
        >
          What you typed is not saved. Look at theirs, then make your change again.
        </Banner>
      ) : save.error ? (
        <FailureBanner error={save.error} />
      ) : null}
      <TextField
        label="Name"
        value={draft.label}
        onChange={(label) => put({ label })}
        maxLength={200}
        isDisabled={!mayChange}
        error={isChecked ? wrong.label : undefined}
      />
      <TextArea
        label="Description"
        description="What it is for, and whom to ask before changing it."
        isOptional
        rows={2}
        value={draft.description}
        onChange={(description) => put({ description })}
        isDisabled={!mayChange}
      />
      <ValueField
        type={type}
        label="Live value"
        description={
          type === 'text' ? 'Readers of a language that is missing here get the text of another one.' : undefined
        }
        draft={draft.live}
        onChange={(next) => put({ live: next })}
        isDisabled={!mayChange}
        error={isChecked ? (wrong.live ?? fieldError(save.error, 'live')) : undefined}
      />
      <Switch
        isSelected={draft.test !== null}
        onChange={(is) => put({ test: is ? draft.live : null })}
        isDisabled={!mayChange}
        description="Off: test runs read the live value."
      >
        Another value in test runs
      </Switch>
      {draft.test === null ? null : (
        <ValueField
          type={type}
          label="Value in test runs"
          draft={draft.test}
          onChange={(next) => put({ test: next })}
          isDisabled={!mayChange}
          error={isChecked ? (wrong.test ?? fieldError(save.error, 'test')) : undefined}
        />
      )}
      {mayChange ? (
        <>
          <TextField
            label="Why it changes"
            description="Stands in the history."
            isOptional
            value={draft.why}
            onChange={(why) => put({ why })}
            maxLength={500}
          />
          <div className="wc-row">
            {/* Never off: a number counts as typed only when its field is left, which pressing this does. */}
            <Button type="submit" variant="primary" isPending={save.isPending}>
              Save value
            </Button>
            {isDirty ? <Button onPress={() => onTake(newer ?? base)}>Discard changes</Button> : null}
          </div>
        </>
      ) : (
        <p className="wc-muted">Administrators change account values.</p>
      )}
    </form>
  );
}
