import { useState } from 'react';
import { commentRoutes } from '#api/comments.ts';
import type { ElementId, InteractionId, SessionId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { showToast } from '#ui/toasts.ts';
import { useAccountId } from '../app/who.tsx';
import { useWriting } from '../data/writing.ts';

export interface CommentFormProps {
  readonly interaction: InteractionId;
  readonly label: string;
  readonly description?: string | undefined;
  /** What the comment is tied to. */
  readonly tie?: { readonly element?: ElementId; readonly version?: number; readonly session?: SessionId };
}

/** Writes a comment; what was typed stays until it is saved. */
export function CommentForm({ interaction, label, description, tie = {} }: CommentFormProps) {
  const account = useAccountId();
  const [text, setText] = useState('');
  const [isChecked, setChecked] = useState(false);
  const add = useWriting(commentRoutes.add, () => {
    setText('');
    setChecked(false);
    showToast({ text: 'Comment saved' });
  });
  const isMissing = text.trim() === '';
  return (
    <form
      className="wc-stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(true);
        if (!isMissing) add.mutate({ params: { account, interaction }, body: { ...tie, text: text.trim() } });
      }}
    >
      <TextArea
        label={label}
        description={description}
        value={text}
        onChange={setText}
        error={isChecked && isMissing ? 'Write the comment first.' : undefined}
      />
      {add.error ? <FailureBanner error={add.error} /> : null}
      <div>
        <Button type="submit" isPending={add.isPending}>
          Add comment
        </Button>
      </div>
    </form>
  );
}
