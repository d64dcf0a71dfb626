import type { ElementId } from '#prelude/ids.ts';
import type { FilePatch } from './file-patch.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something a check found. The same in the designer, at publish, in review and on the command line. */
export interface Problem {
  /** From the one table of checks, such as `graph.unreachable`. */
  readonly code: string;
  readonly severity: Severity;
  /** The element it is about; absent where it is about the Interaction as a whole. */
  readonly element?: ElementId;
  /** Where in the file, as in `elements.q_problem.text.en`. */
  readonly path: string;
  /** A whole sentence: what is wrong and how to mend it. */
  readonly message: string;
  /** Edits that mend it, where there is one evident way. */
  readonly fix?: { readonly label: string; readonly patches: readonly FilePatch[] };
}
