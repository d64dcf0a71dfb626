import { NO_LIBRARY } from '#format/library.ts';
import type { AccountId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import { calledInteractions, type Shelf } from './called-interactions.ts';
import { TestRuns } from './test-runs.ts';
import { openTestsLine } from './worker-line.ts';

const known = new WeakMap<Editor, { readonly runs: TestRuns; account: AccountId | undefined }>();
const read: Shelf['read'] = { files: new Map(), pins: new Map(), newest: new Map() };

/** The runs of the tests of an open Interaction: the same for every panel, and as long as it is open. */
export function runsOf(editor: Editor, account: AccountId | undefined): TestRuns {
  const found = known.get(editor);
  if (found) {
    found.account = account ?? found.account;
    return found.runs;
  }
  const library = async () => {
    const of = known.get(editor)?.account;
    return of === undefined ? NO_LIBRARY : calledInteractions(editor.interaction, shelfOf(editor, of));
  };
  const runs = new TestRuns(editor, { open: openTestsLine, now: Date.now, after }, library);
  known.set(editor, { runs, account });
  return runs;
}

/** Where the published versions of an account are read, each once as long as this page is open. */
export function shelfOf({ catalog }: Pick<Editor, 'catalog'>, account: AccountId): Shelf {
  return { account, catalog, read };
}

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
