import type { InteractionRow } from '#api/interactions.ts';
import type { Cut } from './cut.ts';
import type { ReportSearch } from './search.ts';

/** What every report of an Interaction gets. */
export interface ReportProps {
  readonly row: InteractionRow;
  readonly search: ReportSearch;
  readonly cut: Cut;
  /** Changes the address in its place: a filter. */
  readonly onChange: (change: Partial<ReportSearch>) => void;
  /** Goes on to another view: Back leads here again. */
  readonly onOpen: (change: Partial<ReportSearch>) => void;
}
