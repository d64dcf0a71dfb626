/** @jsxImportSource preact */
import { TextTreeView } from './text-tree.tsx';
import type { ViewProps } from './view.ts';

/** What is read to the customer: the largest text of the page. With an `id` it names the field below it. */
export function ReadAloud({ view, id }: { view: ViewProps; id?: string }) {
  return (
    <div class="read-aloud" id={id}>
      <TextTreeView tree={view.page.part.text} opensInNewTab={view.words.opensInNewTab} />
    </div>
  );
}
