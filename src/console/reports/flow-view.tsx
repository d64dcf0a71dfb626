import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useCallback, useState } from 'react';
import { elementId } from '#api/identifier.ts';
import { reportRoutes } from '#api/reports.ts';
import { within } from '#contract/element-path.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Skeleton } from '#ui/skeleton.tsx';
import { Loaded, Unread } from '../app/loaded.tsx';
import { useAccountId } from '../app/who.tsx';
import { useInteractionFile } from '../data/interaction-file.ts';
import { useLibrary } from '../data/library.ts';
import { readingOn } from '../data/reading.ts';
import { ElementPanel } from './element-panel.tsx';
import { FedUntil } from './fed-until.tsx';
import { FlowTable } from './flow-table.tsx';
import { MeasurePicker } from './measure-picker.tsx';
import type { ReportProps } from './report-props.ts';

/** The drawing library is fetched when somebody looks at a map. */
const FlowMap = lazy(() => import('./flow-map.tsx').then((module) => ({ default: module.FlowMap })));

/** How the Interaction is used, on its own drawing and in a table with the same numbers. */
export function FlowView(props: ReportProps) {
  const { row, search, cut, onChange } = props;
  const account = useAccountId();
  const flow = useQuery(readingOn(reportRoutes.flow, { account }, { interaction: row.id, ...cut }));
  const drawn = drawnVersion(props);
  const file = useInteractionFile(account, row.id, drawn);
  const library = useLibrary(account, row.id, drawn);
  const measure = search.measure ?? 'usage';
  const chosen = elementId.safeParse(search.element);
  const [arrivals, setArrivals] = useState(0);
  const choose = useCallback((element: ElementId | undefined) => onChange({ element }), [onChange]);
  // Whoever asks by keys, or from the table, is brought to the figures; a press on the map shows them beside it.
  const goTo = useCallback(
    (element: ElementId | undefined) => {
      choose(element);
      if (element !== undefined) setArrivals((before) => before + 1);
    },
    [choose],
  );
  return (
    <Loaded query={file} lines={10}>
      {(interaction) => (
        <Loaded query={flow} lines={10}>
          {(report) => (
            <div className="wc-stack">
              <MeasurePicker measure={measure} onChange={(next) => onChange({ measure: next })} />
              <div className="wc-flow">
                <section className="wc-flow-map" aria-label="Map">
                  <Suspense fallback={<Skeleton lines={10} height="1.25rem" />}>
                    <FlowMap
                      interaction={interaction}
                      report={report}
                      measure={measure}
                      element={chosen.data}
                      onElement={choose}
                      onEntered={goTo}
                    />
                  </Suspense>
                </section>
                {chosen.success ? (
                  <ElementPanel
                    key={chosen.data}
                    {...props}
                    interaction={interaction}
                    element={chosen.data}
                    flow={report.elements[within('', chosen.data)]}
                    version={drawn}
                    arrivals={arrivals}
                    onClose={() => choose(undefined)}
                  />
                ) : null}
              </div>
              <Unread query={library} what="Interactions that run within this one" />
              <FlowTable interaction={interaction} library={library.data} report={report} onElement={goTo} />
              <p className="wc-muted">Drawn as in version {drawn}.</p>
              <FedUntil at={report.fedUntil} />
            </div>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

/** The newest of the chosen versions; the live one where none is chosen, else the newest of all. */
function drawnVersion({ row, search }: ReportProps): number {
  const chosen = search.versions?.split(',').map(Number) ?? [];
  return chosen.length > 0 ? Math.max(...chosen) : (row.live ?? row.newest.number);
}
