import type { AccountId } from '#prelude/ids.ts';
import type { Editor } from '../editor/editor.ts';
import { calledInteractions, type ReadFiles } from './called-interactions.ts';
import { TestRuns } from './test-runs.ts';
import { openTestsLine } from './worker-line.ts';

const known = new WeakMap<Editor, { readonly runs: TestRuns; account: AccountId | undefined }>();

/** The runs of the tests of an open Interaction: the same for every panel, and as long as it is open. */
export function runsOf(editor: Editor, account: AccountId | undefined): TestRuns {
  const found = known.get(editor);
  if (found) {
    found.account = account ?? found.account;
    return found.runs;
  }
  const read: ReadFiles = new Map();
  const library = async () => {
    const of = known.get(editor)?.account;
    return of === undefined ? [] : calledInteractions(editor.interaction, editor.catalog, of, read);
  };
  const runs = new TestRuns(editor, { open: openTestsLine, now: Date.now, after }, library);
  known.set(editor, { runs, account });
  return runs;
}

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}
