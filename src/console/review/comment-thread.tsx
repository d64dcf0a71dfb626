import { useState } from 'react';
import { type Comment, commentRoutes } from '#api/comments.ts';
import type { Interaction } from '#format/interaction.ts';
import type { InteractionId } from '#prelude/ids.ts';
import { Avatar } from '#ui/avatar.tsx';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { FailureBanner } from '#ui/failure-banner.tsx';
import { Link } from '#ui/link.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { designerAddress, sessionAddress } from '../app/addresses.ts';
import { Moment } from '../app/moment.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { elementName } from '../data/interaction-file.ts';
import { useWriting } from '../data/writing.ts';
import './comment-thread.css';

export interface CommentThreadProps {
  readonly interaction: InteractionId;
  readonly comment: Comment;
  readonly file: Interaction | undefined;
}

/** A comment with the element it is about, its replies, and the way to reply or resolve. */
export function CommentThread({ interaction, comment, file }: CommentThreadProps) {
  const account = useAccountId();
  const mayDesign = useMay('working-copies.edit');
  const [isReplying, setReplying] = useState(false);
  const resolve = useWriting(commentRoutes.change);
  const params = { account, interaction, comment: comment.id };
  const about = comment.element ? elementName(file, comment.element) : 'The whole Interaction';
  return (
    <article className="wc-card wc-comment" aria-label={`Comment by ${comment.by.name} on ${about}`}>
      <header className="wc-row">
        <h3>
          {comment.element && mayDesign ? (
            <Link href={designerAddress(account, interaction, comment.element)}>{about}</Link>
          ) : (
            about
          )}
        </h3>
        {comment.version === null ? null : <span className="wc-muted">Version {comment.version}</span>}
        {comment.resolved ? <Badge tone="success">Resolved</Badge> : null}
        {comment.session && comment.abilities.includes('open-session') ? (
          <Link href={sessionAddress(account, comment.session)}>Show the test run</Link>
        ) : null}
      </header>
      <Said by={comment.by.name} at={comment.at} text={comment.text} />
      {comment.replies.map((reply) => (
        <div key={reply.id} className="wc-comment-reply">
          <Said by={reply.by.name} at={reply.at} text={reply.text} />
        </div>
      ))}
      {resolve.error ? <FailureBanner error={resolve.error} /> : null}
      {isReplying ? (
        <ReplyForm params={params} onClose={() => setReplying(false)} />
      ) : (
        <div className="wc-row">
          {comment.abilities.includes('reply') ? (
            <Button
              size="small"
              aria-label={`Reply to ${comment.by.name} on ${about}`}
              onPress={() => setReplying(true)}
            >
              Reply
            </Button>
          ) : null}
          {comment.abilities.includes('resolve') ? (
            <Button
              size="small"
              isPending={resolve.isPending}
              aria-label={`${comment.resolved ? 'Open again' : 'Resolve'}: ${comment.by.name} on ${about}`}
              onPress={() => resolve.mutate({ params, body: { resolved: !comment.resolved } })}
            >
              {comment.resolved ? 'Open again' : 'Resolve'}
            </Button>
          ) : null}
        </div>
      )}
    </article>
  );
}

function Said({ by, at, text }: { readonly by: string; readonly at: number; readonly text: string }) {
  return (
    <div className="wc-said">
      <Avatar name={by} size="small" isDecorative />
      <div className="wc-stack-tight">
        <span>
          <strong>{by}</strong>{' '}
          <small className="wc-muted">
            <Moment at={at} />
          </small>
        </span>
        <p className="wc-quote">{text}</p>
      </div>
    </div>
  );
}

function ReplyForm(props: {
  readonly params: Parameters<ReturnType<typeof useWriting<typeof commentRoutes.reply>>['mutate']>[0]['params'];
  readonly onClose: () => void;
}) {
  const [text, setText] = useState('');
  const reply = useWriting(commentRoutes.reply, props.onClose);
  return (
    <form
      className="wc-stack-tight"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') reply.mutate({ params: props.params, body: { text: text.trim() } });
      }}
    >
      <TextArea label="Reply" value={text} onChange={setText} rows={2} autoFocus />
      {reply.error ? <FailureBanner error={reply.error} /> : null}
      <div className="wc-row">
        <Button
          type="submit"
          size="small"
          variant="primary"
          isPending={reply.isPending}
          isDisabled={text.trim() === ''}
        >
          Send reply
        </Button>
        <Button size="small" onPress={props.onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
