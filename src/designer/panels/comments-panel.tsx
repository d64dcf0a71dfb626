import { MessageCircle } from 'lucide-react';
import { useState } from 'react';
import type { ChangeRequest } from '#api/change-requests.ts';
import type { Comment } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Badge } from '#ui/badge.tsx';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Switch } from '#ui/switch.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { whenWords } from '#ui/when.ts';
import { addComment, resolveComment } from '../commands/comments.ts';
import { goToElement } from '../editor/go-to-element.ts';
import { useEditor, useEditorState, useInteraction } from '../page/editor-context.ts';
import { Unread } from '../server/loaded.tsx';
import type { PublishedTalk } from '../server/use-published-talk.ts';
import { useWho } from '../server/who.tsx';

/** What people say about elements: here, while testing, and as change requests from reports. */
export function CommentsPanel({ talk }: { talk: PublishedTalk }) {
  const { comments } = useInteraction();
  const [all, setAll] = useState(false);
  const own = (Object.entries(comments) as [string, Comment][])
    .filter(([, comment]) => all || comment.resolved !== true)
    .sort(([, a], [, b]) => (a.at < b.at ? 1 : -1));
  const published = talk.comments.filter((comment) => all || !comment.resolved);
  const isEmpty = own.length + published.length + talk.requests.length === 0;
  return (
    <>
      <NewComment />
      <Unread read={talk.reads.comments} what="Comments of people who test a version" isInset />
      <Unread read={talk.reads.requests} what="Change requests" isInset />
      {isEmpty && !talk.isComing && !talk.reads.comments.error && !talk.reads.requests.error ? (
        <EmptyState icon={<MessageCircle />} title="No open comments">
          Comments of people who test a version arrive here too, on their element.
        </EmptyState>
      ) : null}
      <ul className="panel-list" aria-label="Change requests and comments" hidden={isEmpty}>
        {talk.requests.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
        {own.map(([id, comment]) => (
          <CommentRow
            key={id}
            element={comment.element}
            author={comment.author}
            at={comment.at}
            text={comment.text}
            isResolved={comment.resolved === true}
            resolve={(editor, resolved) => resolveComment(editor, id, resolved)}
          />
        ))}
        {published.map((comment) => (
          <CommentRow
            key={comment.id}
            element={comment.element ?? undefined}
            author={`${comment.by.name}${comment.version === null ? '' : `, version ${comment.version}`}`}
            at={comment.at}
            text={comment.text}
            isResolved={comment.resolved}
            resolve={(_editor, resolved) => talk.resolve(comment.id, resolved)}
          />
        ))}
      </ul>
      <div className="panel-foot">
        <Switch isSelected={all} onChange={setAll}>
          Show resolved ones
        </Switch>
      </div>
    </>
  );
}

function NewComment() {
  const editor = useEditor();
  const who = useWho();
  const selected = useEditorState((state) => state.selected);
  const { elements } = useInteraction();
  const [text, setText] = useState('');
  const element = selected.length === 1 ? selected[0] : undefined;
  const about = element === undefined ? 'the Interaction' : `“${elements[element]?.name ?? element}”`;
  const author = who.kind === 'signed-in' ? who.me.user.name : 'Designer';
  return (
    <div className="panel-new">
      <TextArea label={`Comment on ${about}`} rows={2} value={text} onChange={setText} />
      <div>
        <Button
          size="small"
          isDisabled={text.trim() === ''}
          onPress={() => {
            addComment(editor, text, { element, author, at: new Date().toISOString() });
            setText('');
          }}
        >
          Comment
        </Button>
      </div>
    </div>
  );
}

interface CommentRowProps {
  element: ElementId | undefined;
  author: string;
  at: string | number;
  text: string;
  isResolved: boolean;
  resolve: (editor: ReturnType<typeof useEditor>, resolved: boolean) => void;
}

function CommentRow({ element, author, at, text, isResolved, resolve }: CommentRowProps) {
  const editor = useEditor();
  return (
    <li className="panel-item" data-resolved={isResolved || undefined}>
      <div className="panel-words">
        <ElementLink element={element} />
        <p className="panel-said">{text}</p>
        <p className="panel-muted">
          {author} · {whenWords(at, undefined)}
        </p>
        <div>
          <Button
            size="small"
            variant="quiet"
            aria-label={`${isResolved ? 'Open again' : 'Resolve'}: ${text}`}
            onPress={() => resolve(editor, !isResolved)}
          >
            {isResolved ? 'Open again' : 'Resolve'}
          </Button>
        </div>
      </div>
    </li>
  );
}

function RequestRow({ request }: { request: ChangeRequest }) {
  return (
    <li className="panel-item">
      <div className="panel-words">
        <span className="panel-row">
          <ElementLink element={request.element ?? undefined} />
          <Badge tone="info">Change request</Badge>
        </span>
        <p className="panel-said">{request.wish}</p>
        <p className="panel-muted">
          {request.createdBy.name}, version {request.version}
          {Object.entries(request.figures)
            .slice(0, 3)
            .map(([name, figure]) => ` · ${name} ${figure}`)
            .join('')}
        </p>
      </div>
    </li>
  );
}

function ElementLink({ element }: { element: ElementId | undefined }) {
  const editor = useEditor();
  const { elements } = useInteraction();
  const there = element === undefined ? undefined : elements[element];
  if (element === undefined || !there) return <span className="panel-muted">The Interaction</span>;
  return (
    <button type="button" className="panel-link" onClick={() => goToElement(editor, element)}>
      {there.name}
    </button>
  );
}
