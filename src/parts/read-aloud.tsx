/** @jsxImportSource preact */
import { TextTreeView } from './text-tree.tsx';
import type { ViewProps } from './view.ts';

/** The id of the page's text, for the field that it names. */
export const PAGE_TEXT_ID = 'page-text';

/** What is read to the customer: the largest text of the page. */
export function ReadAloud({ view }: { view: ViewProps }) {
  return (
    <div class="read-aloud" id={PAGE_TEXT_ID}>
      <TextTreeView tree={view.page.part.text} opensInNewTab={view.words.opensInNewTab} />
    </div>
  );
}
