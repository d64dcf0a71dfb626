import { ChartColumn } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { SummaryReport } from '#api/reports.ts';
import { ENGINE_OUTCOMES } from '#contract/event.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { BarTable } from '../charts/bar-table.tsx';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { countWords, shareWords } from '../words/count.ts';
import { durationWords } from '../words/duration.ts';
import { FedUntil } from './fed-until.tsx';
import { FewWarning } from './few-warning.tsx';
import { Figure } from './figure.tsx';

export interface SummaryProps {
  readonly report: SummaryReport;
  /** Shows the sessions behind a number; without an outcome all of them. Left out where there is no such list. */
  readonly onSessions?: (outcome: string | undefined) => void;
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
  const behind = (outcome: string | undefined) => onSessions && (() => onSessions(outcome));
  const ended = report.byOutcome.reduce((sum, { sessions }) => sum + sessions, 0);
  return (
    <div className="wc-stack">
      <dl className="wc-figures">
        <Figure title="Started" words={countWords(started)} onPress={behind(undefined)} />
        <Figure title="Completed" words={countWords(report.completed)} aside={share(report.completed)} />
        <Figure
          title="Timed out"
          words={countWords(report.timedOut)}
          aside={share(report.timedOut)}
          onPress={report.timedOut > 0 ? behind(ENGINE_OUTCOMES.timedOut) : undefined}
        />
        <Figure
          title="Quit"
          words={countWords(report.quit)}
          aside={share(report.quit)}
          onPress={report.quit > 0 ? behind(ENGINE_OUTCOMES.quit) : undefined}
        />
        <Figure title="Transferred" words={countWords(report.transferred)} aside={share(report.transferred)} />
        <Figure
          title="Failed"
          words={countWords(report.failed)}
          aside={share(report.failed)}
          onPress={report.failed > 0 ? behind(ENGINE_OUTCOMES.failed) : undefined}
        />
        <Figure title="Still running" words={countWords(report.running)} aside={share(report.running)} />
      </dl>
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
                    onPress={() => onSessions(outcome)}
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
            <Figure title="Slowest 10 % from" words={durationWords(handleTime.p90)} />
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
