import { useState } from 'react';
import type { RowGroup } from '#expressions/rows/row.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { FormParts } from '#ui/element-form.ts';
import { ConditionGroup } from './condition-group.tsx';
import { shownAs, writtenAs } from './condition-tree.ts';
import type { Subject } from './subjects.ts';

export interface RuleConditionsProps {
  when: string;
  /** `rule 1`. */
  name: string;
  subjects: readonly Subject[];
  parts: FormParts<Scope>;
  onChange(when: string): void;
}

/** When a rule holds: as conditions where it can be told so, and always as the FEEL that they stand for. */
export function RuleConditions({ when, name, subjects, parts, onChange }: RuleConditionsProps) {
  const { scope, Expression } = parts;
  // Conditions as somebody left them, groups of one and missing values included, as long as the text is that of them.
  const [left, setLeft] = useState<{ readonly when: string; readonly tree: RowGroup } | undefined>(undefined);
  const shown = left?.when === when ? { as: 'conditions' as const, tree: left.tree } : shownAs(when, scope);
  const change = (tree: RowGroup) => {
    const written = writtenAs(tree, scope) ?? when;
    setLeft({ when: written, tree });
    if (written !== when) onChange(written);
  };
  return (
    <>
      {shown.as === 'conditions' ? (
        <ConditionGroup group={shown.tree} subjects={subjects} name={name} depth={0} onChange={change} />
      ) : (
        <p className="decision-note">{WHY_TEXT[shown.because]}</p>
      )}
      <Expression label="When, as FEEL" value={when} expects="boolean" onChange={onChange} />
    </>
  );
}

const WHY_TEXT = {
  unreadable: 'Conditions are shown once the text can be read.',
  more: 'This says more than conditions can show, so it stays as text.',
} as const;
