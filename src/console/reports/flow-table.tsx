import { Workflow } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { ElementFlow, FlowReport } from '#api/reports.ts';
import { topOf } from '#contract/element-path.ts';
import { catalog } from '#elements/catalog.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import type { ElementId, ElementPath } from '#prelude/ids.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Table } from '#ui/table.tsx';
import type { TableColumn, TableSort } from '#ui/table-types.ts';
import { elementAt } from '../data/library.ts';
import { countWords, SLOWEST_FROM } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import { faceOfMeasure, type MapMeasure } from './map-measures.ts';

export interface FlowTableProps {
  readonly interaction: Interaction;
  /** What runs within, as it is pinned. */
  readonly library: Library | undefined;
  readonly report: FlowReport;
  readonly onElement: (element: ElementId) => void;
}

interface Row {
  readonly id: ElementPath;
  readonly name: string;
  readonly type: string;
  readonly flow: ElementFlow;
}

interface Figure {
  readonly id: string;
  readonly header: string;
  readonly of: (flow: ElementFlow) => number | null;
  readonly words: (figure: number | null) => string;
}

const ofMeasure = (measure: MapMeasure): Figure => {
  const { title, figure, words } = faceOfMeasure(measure);
  return { id: measure, header: title, of: figure, words };
};

/** The same numbers as on the map, and what belongs beside them. */
const FIGURES: readonly Figure[] = [
  { ...ofMeasure('usage'), header: 'Entered' },
  { id: 'ended', header: 'Ended here', of: (flow) => flow.endedHere, words: countWords },
  { id: 'still', header: 'Still here', of: (flow) => flow.stillHere, words: countWords },
  { id: 'mean', header: 'Average time', of: (flow) => flow.time.mean || null, words: durationWords },
  ofMeasure('time'),
  {
    id: 'p90',
    header: SLOWEST_FROM,
    of: (flow) => (flow.time.mean ? flow.time.p90 : null),
    words: durationWords,
  },
  ofMeasure('over-target'),
  ofMeasure('drop-off'),
  ofMeasure('going-back'),
];

const COLUMNS: readonly TableColumn<Row>[] = [
  {
    id: 'name',
    header: 'Element',
    isRowHeader: true,
    isSortable: true,
    cell: (row) => (
      <span className="wc-name">
        <strong>{row.name}</strong>
        <small>{row.type}</small>
      </span>
    ),
  },
  ...FIGURES.map((figure) => ({
    id: figure.id,
    header: figure.header,
    isNumber: true,
    isSortable: true,
    cell: (row: Row) => figure.words(figure.of(row.flow)),
  })),
];

/** The map as a table: to be sorted, read aloud, copied. */
export const FlowTable = memo(function FlowTable({ interaction, library, report, onElement }: FlowTableProps) {
  const [sort, setSort] = useState<TableSort>({ column: 'usage', direction: 'descending' });
  const rows = useMemo(() => sorted(rowsOf(interaction, library, report), sort), [interaction, library, report, sort]);
  return (
    <div className="wc-flow-table">
      <Table
        label="Figures of every element"
        columns={COLUMNS}
        getId={(row) => row.id}
        state={{ kind: 'ready', items: rows }}
        sort={sort}
        onSort={setSort}
        onOpen={(row) => onElement(topOf(row.id))}
        empty={
          <EmptyState icon={<Workflow />} title="Nobody came here in this period">
            Choose a longer period, other versions or all clients.
          </EmptyState>
        }
      />
    </div>
  );
});

/** Elements that somebody came to, also those that the drawn version no longer has. */
function rowsOf(interaction: Interaction, library: Library | undefined, report: FlowReport): readonly Row[] {
  return (Object.entries(report.elements) as [ElementPath, ElementFlow][]).map(([id, flow]) => {
    const found = elementAt(interaction, library, id);
    return {
      id,
      name: found?.names.join(' › ') ?? id,
      type: catalog.get(found?.element.type ?? '')?.title ?? 'In other versions only',
      flow,
    };
  });
}

/** Rows without evidence come last, whichever way it is sorted. */
function sorted(rows: readonly Row[], { column, direction }: TableSort): readonly Row[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const figure = FIGURES.find(({ id }) => id === column);
  if (!figure) return rows.toSorted((a, b) => sign * a.name.localeCompare(b.name));
  return rows.toSorted((a, b) => {
    const [left, right] = [figure.of(a.flow), figure.of(b.flow)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return sign * (left - right);
  });
}
