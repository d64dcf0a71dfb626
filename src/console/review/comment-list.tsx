import { useInfiniteQuery } from '@tanstack/react-query';
import { MessageSquare } from 'lucide-react';
import { commentRoutes } from '#api/comments.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId, InteractionId } from '#prelude/ids.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Switch } from '#ui/switch.tsx';
import { Loaded } from '../app/loaded.tsx';
import { ShowMore } from '../app/show-more.tsx';
import { useAccountId } from '../app/who.tsx';
import { readingPages } from '../data/reading.ts';
import { CommentThread } from './comment-thread.tsx';

export interface CommentListProps {
  readonly interaction: InteractionId;
  readonly file: Interaction | undefined;
  /** Only what was said about this element. */
  readonly element?: ElementId;
  readonly isAll: boolean;
  readonly onAll: (isAll: boolean) => void;
}

/** Threads, the newest first; resolved ones on request. */
export function CommentList({ interaction, file, element, isAll, onAll }: CommentListProps) {
  const account = useAccountId();
  const comments = useInfiniteQuery(
    readingPages(
      commentRoutes.list,
      { account, interaction },
      { ...(element ? { element } : {}), ...(isAll ? {} : { open: 'true' }) },
    ),
  );
  return (
    <section className="wc-stack" aria-label="Comments">
      <Switch isSelected={isAll} onChange={onAll}>
        Show resolved comments too
      </Switch>
      <Loaded query={comments}>
        {({ pages }) => {
          const threads = pages.flatMap((page) => page.items);
          if (threads.length === 0) {
            return (
              <EmptyState icon={<MessageSquare />} title={isAll ? 'No comments yet' : 'No open comments'}>
                Comments made in a test run or in the designer stand here, each with the element it is about.
              </EmptyState>
            );
          }
          return (
            <>
              {threads.map((thread) => (
                <CommentThread key={thread.id} interaction={interaction} comment={thread} file={file} />
              ))}
              <ShowMore query={comments}>Show older comments</ShowMore>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
