import { ChevronLeft, ChevronRight, Footprints } from 'lucide-react';
import { lazy, Suspense, useMemo } from 'react';
import type { SessionStep } from '#api/sessions.ts';
import { topOf } from '#contract/element-path.ts';
import type { Interaction } from '#format/interaction.ts';
import type { Library } from '#format/library.ts';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Skeleton } from '#ui/skeleton.tsx';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { Player } from '../playing/player.tsx';
import { Variables } from '../playing/variables.tsx';
import { countWords } from '../words/count.ts';
import { happened } from './happened.ts';
import { StepList } from './step-list.tsx';
import { standAfter } from './walk.ts';
import './session.css';

const PathMap = lazy(() => import('./path-map.tsx').then((module) => ({ default: module.PathMap })));

export interface StepByStepProps {
  readonly interaction: Interaction;
  /** What it ran within itself, as it was pinned. */
  readonly library: Library | undefined;
  readonly steps: readonly SessionStep[];
  /** Place in the list. */
  readonly at: number;
  readonly onStep: (at: number) => void;
  /** Where a file of the session is downloaded. */
  readonly fileAddress: (file: string) => string;
}

/** The steps of a session; for the chosen one the page as it was, what happened, the values, and its place on the map. */
export function StepByStep({ interaction, library, steps, at, onStep, fileAddress }: StepByStepProps) {
  const stand = useMemo(() => standAfter(steps, at), [steps, at]);
  const outcomeWords = useOutcomeWords();
  const source = useMemo(
    () => ({ kind: 'replay' as const, interaction, steps, at, outcomeWords, ...(library ? { library } : {}) }),
    [interaction, library, steps, at, outcomeWords],
  );
  const step = steps[at];
  if (!step) {
    return (
      <EmptyState icon={<Footprints />} title="Nothing has happened yet">
        Steps stand here as soon as the first page was shown.
      </EmptyState>
    );
  }
  return (
    <div className="wc-session">
      <StepList interaction={interaction} steps={steps} at={at} onStep={onStep} />
      <div className="wc-stack wc-session-main">
        <div className="wc-row">
          <Button icon={<ChevronLeft aria-hidden="true" />} onPress={() => onStep(at - 1)} isDisabled={at === 0}>
            Step before
          </Button>
          <Button
            icon={<ChevronRight aria-hidden="true" />}
            onPress={() => onStep(at + 1)}
            isDisabled={at === steps.length - 1}
          >
            Next step
          </Button>
          <span className="wc-muted" role="status">
            Step {countWords(at + 1)} of {countWords(steps.length)}
          </span>
        </div>
        <section aria-label="The page after this step">
          <Player source={source} />
        </section>
        <div className="wc-columns">
          <section className="wc-card wc-stack-tight">
            <h2>What happened</h2>
            <ul className="wc-bullets">
              {step.events.map((event, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: events of a step never move
                <li key={index}>{happened(event, interaction, outcomeWords)}</li>
              ))}
            </ul>
          </section>
          <section className="wc-card">
            <h2>Variables</h2>
            <Variables
              interaction={interaction}
              values={stand.variables}
              changed={stand.changed}
              fileAddress={fileAddress}
            />
          </section>
        </div>
        <section className="wc-session-map" aria-label="Place on the map">
          <Suspense fallback={<Skeleton lines={8} height="1.25rem" />}>
            <PathMap interaction={interaction} steps={steps} at={at} current={stand.element && topOf(stand.element)} />
          </Suspense>
        </section>
      </div>
    </div>
  );
}
