import { getRouteApi } from '@tanstack/react-router';
import type { InteractionRow } from '#api/interactions.ts';
import { useAccountId, useMay } from '../app/who.tsx';
import { useInteractionFile } from '../data/interaction-file.ts';
import { CommentForm } from './comment-form.tsx';
import { CommentList } from './comment-list.tsx';

const route = getRouteApi('/console/interactions/$interaction/$tab');

/** What people say about the Interaction, element by element. */
export function ReviewTab({ row }: { readonly row: InteractionRow }) {
  const account = useAccountId();
  const mayComment = useMay('comments.write');
  const file = useInteractionFile(account, row.id, row.newest.number);
  const { comments } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <div className="wc-stack">
      {mayComment ? (
        <CommentForm
          interaction={row.id}
          label="Comment on the Interaction as a whole"
          description="To comment on one element, run the version as a test and comment on its page, or select it in the designer."
        />
      ) : null}
      <h2>Comments</h2>
      <CommentList
        interaction={row.id}
        file={file.data}
        isAll={comments === 'all'}
        onAll={(isAll) =>
          void navigate({ search: (now) => ({ ...now, comments: isAll ? 'all' : undefined }), replace: true })
        }
      />
    </div>
  );
}
