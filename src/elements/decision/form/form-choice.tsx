import { useState } from 'react';
import type { Scope } from '#expressions/value-type.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { RadioGroup } from '#ui/radio-group.tsx';
import { rulesToTable } from '../rules-to-table.ts';
import type { DecisionSettings } from '../settings.ts';
import { tableToRules } from '../table-to-rules.ts';
import { emptyOfForm, isBlank } from './empty-forms.ts';
import type { Subject } from './subjects.ts';

type Logic = DecisionSettings['logic'];

export interface FormChoiceProps {
  logic: Logic;
  subjects: readonly Subject[];
  scope: Scope;
  change(logic: Logic, label: string): void;
}

const FORMS = [
  { id: 'rules', label: 'Rules, one after the other' },
  { id: 'table', label: 'A decision table' },
] as const;

/** In which form it is decided. What is there is carried over where it can be; where not, it is said why. */
export function FormChoice({ logic, subjects, scope, change }: FormChoiceProps) {
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [lost, setLost] = useState<string | undefined>(undefined);
  const other = logic.form === 'rules' ? 'table' : 'rules';
  const become = (next: Logic, loses?: string) => {
    setRefused(undefined);
    setLost(loses);
    change(next, 'Form of the decision');
  };
  const choose = (form: Logic['form']) => {
    if (form === logic.form) return;
    if (isBlank(logic)) return become(emptyOfForm(form, logic, subjects));
    if (logic.form === 'rules') {
      const made = rulesToTable(logic, scope, (path) => subjects.find((each) => each.path === path)?.label ?? path);
      return made.ok ? become(made.value) : setRefused(made.error);
    }
    const made = tableToRules(logic, scope);
    return made.ok ? become(made.value.logic, made.value.loses) : setRefused(made.error);
  };
  return (
    <>
      <RadioGroup label="Decides by" options={FORMS} value={logic.form} onChange={choose} />
      {refused === undefined ? null : (
        <Banner
          tone="warning"
          isLive
          title={other === 'table' ? 'These rules cannot become a table' : 'This table cannot become rules'}
          actions={
            <>
              <Button size="small" onPress={() => become(emptyOfForm(other, logic, subjects))}>
                {other === 'table' ? 'Begin an empty table' : 'Begin with empty rules'}
              </Button>
              <Button size="small" variant="quiet" onPress={() => setRefused(undefined)}>
                Leave it
              </Button>
            </>
          }
        >
          {refused}. Beginning anew keeps the ways out and can be undone.
        </Banner>
      )}
      {lost === undefined ? null : (
        <Banner tone="info" isLive title="The table became rules">
          {lost}
        </Banner>
      )}
    </>
  );
}
