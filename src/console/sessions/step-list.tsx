import type { SessionStep } from '#api/sessions.ts';
import type { Interaction } from '#format/interaction.ts';
import { List } from '#ui/list.tsx';
import { clockWords } from '#ui/when.ts';
import { useTimeZone } from '../app/who.tsx';
import { elementName } from '../data/interaction-file.ts';
import { useOutcomeWords } from '../outcomes/use-outcome-words.ts';
import { durationWords } from '../words/duration.ts';
import { timeOf } from './walk.ts';

export interface StepListProps {
  readonly interaction: Interaction;
  readonly steps: readonly SessionStep[];
  readonly at: number;
  readonly onStep: (at: number) => void;
}

/** The steps with their moments, what was answered, and how long each page took. */
export function StepList({ interaction, steps, at, onStep }: StepListProps) {
  const zone = useTimeZone();
  const outcomeWords = useOutcomeWords();
  return (
    <div className="wc-session-steps">
      <List
        label="Steps"
        items={steps.map((step, index) => {
          const time = timeOf(steps, index);
          return {
            id: String(index),
            title: titleOf(step, interaction, outcomeWords),
            description: [
              clockWords(step.at, zone),
              step.actor?.name ?? 'The server',
              time && durationWords(time.active),
            ]
              .filter((words) => words)
              .join(' · '),
          };
        })}
        selectedId={String(at)}
        onSelect={(id) => onStep(Number(id))}
        empty={null}
      />
    </div>
  );
}

/** What was answered, and where that led. */
function titleOf(step: SessionStep, interaction: Interaction, outcomeWords: (outcome: string) => string): string {
  const answer = step.events.find((event) => event.kind === 'answer-given');
  const arrived = step.events.findLast((event) => event.kind === 'element-entered');
  const over = step.events.find((event) => event.kind === 'ended');
  const given = answer?.kind === 'answer-given' ? `${answer.shown} → ` : '';
  if (over?.kind === 'ended') return `${given}${outcomeWords(over.outcome)}`;
  if (arrived?.kind === 'element-entered') return `${given}${elementName(interaction, arrived.element)}`;
  return step.command;
}
