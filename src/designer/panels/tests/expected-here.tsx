import { useState } from 'react';
import type { TestAnswer } from '#format/interaction.ts';
import { Switch } from '#ui/switch.tsx';
import { TextField } from '#ui/text-field.tsx';
import { ShownTexts } from './shown-texts.tsx';

/** What is changed of an answer; undefined takes it away. */
export type AnswerChange = { readonly [K in keyof TestAnswer]?: TestAnswer[K] | undefined };

export interface ExpectedHereProps {
  step: TestAnswer;
  onChange(change: AnswerChange, field: string): void;
}

/** What has to be where an answer is given. Folded up where nothing is said of it. */
export function ExpectedHere({ step: { shows, hides, refused }, onChange }: ExpectedHereProps) {
  const [wasExpecting] = useState((shows ?? hides ?? refused) !== undefined);
  return (
    <details open={wasExpecting}>
      <summary>Expected here</summary>
      <div className="panel-set">
        <Switch
          isSelected={refused !== undefined}
          onChange={(is) => onChange({ refused: is ? true : undefined }, 'refused')}
        >
          It has to be refused
        </Switch>
        {refused === undefined ? null : (
          <TextField
            label="Words of the message"
            isOptional
            value={refused === true ? '' : refused}
            onChange={(text) => onChange({ refused: text === '' ? true : text }, 'message')}
          />
        )}
        <ShownTexts
          label="Shown on the page"
          add="Expect words on this page"
          texts={shows ?? []}
          onChange={(next, field) => onChange({ shows: next }, field)}
        />
        <ShownTexts
          label="Not shown on the page"
          add="Expect words not to be there"
          texts={hides ?? []}
          onChange={(next, field) => onChange({ hides: next }, `hides.${field}`)}
        />
      </div>
    </details>
  );
}
