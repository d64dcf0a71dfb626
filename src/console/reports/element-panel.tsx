import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button as NumberButton } from 'react-aria-components';
import { type ElementFlow, reportRoutes } from '#api/reports.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId } from '#prelude/ids.ts';
import { Button } from '#ui/button.tsx';
import { IconButton } from '#ui/icon-button.tsx';
import { Link } from '#ui/link.tsx';
import { sessionAddress } from '../app/addresses.ts';
import { Loaded } from '../app/loaded.tsx';
import { Moment } from '../app/moment.tsx';
import { useAccountId, useMay } from '../app/who.tsx';
import { BarTable } from '../charts/bar-table.tsx';
import { elementName } from '../data/interaction-file.ts';
import { readingOn } from '../data/reading.ts';
import { countWords, SLOWEST_FROM, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import { exitWords } from '../words/names.ts';
import { FewWarning } from './few-warning.tsx';
import { Figure } from './figure.tsx';
import type { ReportProps } from './report-props.ts';
import { RequestChangeDialog } from './request-change-dialog.tsx';
import { Spread } from './spread.tsx';

export interface ElementPanelProps extends ReportProps {
  readonly interaction: Interaction;
  readonly element: ElementId;
  readonly flow: ElementFlow | undefined;
  /** The version that is drawn: a change request names it. */
  readonly version: number;
  /** Each time it grows the focus comes here. */
  readonly arrivals: number;
  readonly onClose: () => void;
}

/** Everything measured at one element, the sessions behind it, and the way to ask for a change. */
export function ElementPanel(props: ElementPanelProps) {
  const { interaction, element, flow, onClose } = props;
  const mayRequest = useMay('change-requests.write');
  const [isRequesting, setRequesting] = useState(false);
  const name = elementName(interaction, element);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (props.arrivals > 0) heading.current?.focus();
  }, [props.arrivals]);
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented && !isRequesting) onClose();
  };
  return (
    <aside className="wc-card wc-panel" aria-label={`Figures of ${name}`} onKeyDown={keyDown}>
      <header className="wc-panel-head">
        <h2 ref={heading} tabIndex={-1}>
          {name}
        </h2>
        <IconButton label="Close figures" icon={<X />} size="small" onPress={onClose} />
      </header>
      {flow ? <Figures {...props} flow={flow} /> : <p className="wc-muted">Nobody came here in this period.</p>}
      {mayRequest ? (
        <div>
          <Button variant="primary" onPress={() => setRequesting(true)}>
            Request a change
          </Button>
        </div>
      ) : null}
      {isRequesting ? <RequestChangeDialog {...props} name={name} onClose={() => setRequesting(false)} /> : null}
    </aside>
  );
}

function Figures({ flow, element, row, cut, onOpen }: ElementPanelProps & { readonly flow: ElementFlow }) {
  const { time } = flow;
  const ways = [
    ...Object.entries(flow.leftByExit).map(([exit, count]) => ({ exit, label: exitWords(exit), count })),
    { exit: undefined, label: 'Session ended here', count: flow.endedHere },
    { exit: undefined, label: 'Still here', count: flow.stillHere },
  ].filter(({ count }) => count > 0);
  return (
    <>
      <BarTable
        caption="How people left"
        head={['Left by', 'Visits', 'Share']}
        rows={ways
          .toSorted((a, b) => b.count - a.count)
          .map(({ exit, label, count }) => ({
            key: label,
            label,
            value: count,
            words:
              exit === undefined ? (
                countWords(count)
              ) : (
                <NumberButton
                  className="wc-number"
                  aria-label={`${countWords(count)}: show the sessions, ${label}`}
                  onPress={() => onOpen({ view: 'sessions', element, exit })}
                >
                  {countWords(count)}
                </NumberButton>
              ),
            aside: shareWords(count / flow.entered),
          }))}
      />
      <dl className="wc-figures wc-figures-tight">
        <Figure title="Entered" words={countWords(flow.entered)} />
        <Figure title="Average" words={durationWords(time.mean)} />
        <Figure title="Median" words={durationWords(time.p50)} />
        <Figure title={SLOWEST_FROM} words={durationWords(time.p90)} />
        {flow.inside === null ? null : <Figure title="Average in what it runs" words={durationWords(flow.inside)} />}
        {flow.target === null ? null : (
          <Figure title={`Over ${durationWords(flow.target)}`} words={shareWords(flow.overTarget.share)} />
        )}
        <Figure title="Drop-off" words={shareWords(flow.entered === 0 ? null : flow.dropOff / flow.entered)} />
      </dl>
      <p className="wc-muted">n = {countWords(time.n)} finished visits</p>
      <FewWarning n={time.n} what="finished visits" />
      <Spread flow={flow} query={{ interaction: row.id, element, ...cut }} />
      <Slowest query={{ interaction: row.id, element, ...cut, slowest: 'true', limit: 5 }} />
      <div className="wc-row">
        <Button size="small" onPress={() => onOpen({ view: 'sessions', element })}>
          Show all sessions here
        </Button>
      </div>
    </>
  );
}

function Slowest({ query }: { readonly query: Parameters<typeof readingOn<typeof reportRoutes.sessions>>[2] }) {
  const account = useAccountId();
  const sessions = useQuery(readingOn(reportRoutes.sessions, { account }, query));
  return (
    <section className="wc-stack-tight">
      <h3>Slowest sessions</h3>
      <Loaded query={sessions} lines={3}>
        {({ items }) => (
          <ol className="wc-slowest">
            {items.map((session) => (
              <li key={session.id}>
                {session.abilities.includes('steps') ? (
                  <Link href={sessionAddress(account, session.id)}>{durationWords(session.active)}</Link>
                ) : (
                  durationWords(session.active)
                )}
                <span className="wc-muted">
                  <Moment at={session.startedAt} as="when" />
                </span>
              </li>
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}
