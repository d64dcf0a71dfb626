import { ChartColumn } from 'lucide-react';
import { Button } from 'react-aria-components';
import { type SummaryReport, WENT, type Went } from '#api/reports.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { BarTable } from '../charts/bar-table.tsx';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { countWords, SLOWEST_FROM, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import { WENT_WORDS } from '../words/names.ts';
import { FedUntil } from './fed-until.tsx';
import { FewWarning } from './few-warning.tsx';
import { Figure } from './figure.tsx';

export interface SummaryProps {
  readonly report: SummaryReport;
  /** Shows the sessions behind a number. Left out where there is no such list. */
  readonly onSessions?: (which: { readonly outcome?: string; readonly went?: Went }) => void;
}

/** Started, and how it went on: every number with its share, and the sessions behind it. */
export function Summary({ report, onSessions }: SummaryProps) {
  const outcomeWords = useOutcomeWords();
  const { started, handleTime } = report;
  if (started === 0) {
    return (
      <EmptyState icon={<ChartColumn />} title="No sessions in this period">
        Choose a longer period, other versions or all clients. Test and practice sessions are never counted.
      </EmptyState>
    );
  }
  const share = (part: number) => shareWords(part / started);
  const behind = (which: { readonly went?: Went }) => onSessions && (() => onSessions(which));
  const ended = report.byOutcome.reduce((sum, { sessions }) => sum + sessions, 0);
  return (
    <div className="wc-stack">
      <dl className="wc-figures">
        <Figure title="Started" words={countWords(started)} onPress={behind({})} />
        {WENT.map((went) => (
          <Figure
            key={went}
            title={WENT_WORDS[went]}
            words={countWords(report[went])}
            aside={share(report[went])}
            onPress={report[went] > 0 ? behind({ went }) : undefined}
          />
        ))}
      </dl>
      <p className="wc-muted">
        Shares are of the sessions started. Completed are those that came to an end of the Interaction, whatever their
        outcome; every session is counted in one of the figures behind Started.
      </p>
      <div className="wc-columns">
        <section className="wc-card">
          <h2>Outcomes</h2>
          <BarTable
            caption="Sessions by outcome"
            head={['Outcome', 'Sessions', 'Share of ended']}
            rows={report.byOutcome
              .toSorted((a, b) => b.sessions - a.sessions)
              .map(({ outcome, sessions }) => ({
                key: outcome,
                label: outcomeWords(outcome),
                value: sessions,
                words: onSessions ? (
                  <Button
                    className="wc-number"
                    aria-label={`${countWords(sessions)}: show the sessions with this outcome, ${outcomeWords(outcome)}`}
                    onPress={() => onSessions({ outcome })}
                  >
                    {countWords(sessions)}
                  </Button>
                ) : (
                  countWords(sessions)
                ),
                aside: shareWords(ended === 0 ? null : sessions / ended),
              }))}
          />
        </section>
        <section className="wc-card wc-stack-tight">
          <h2>Handle time</h2>
          <dl className="wc-figures">
            <Figure title="Average" words={durationWords(handleTime.mean)} />
            <Figure title="Median" words={durationWords(handleTime.p50)} />
            <Figure title={SLOWEST_FROM} words={durationWords(handleTime.p90)} />
          </dl>
          <p className="wc-muted">
            From the first page to the end, without pauses. n = {countWords(handleTime.n)} ended sessions.
          </p>
          <FewWarning n={handleTime.n} what="ended sessions" />
        </section>
      </div>
      <FedUntil at={report.fedUntil} />
    </div>
  );
}
