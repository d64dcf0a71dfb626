import { useMemo } from 'react';
import type { Scope } from '#expressions/value-type.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ElementForm, ElementFormProps } from '#ui/element-form.ts';
import { FormChoice } from './form/form-choice.tsx';
import { RulesForm } from './form/rules-form.tsx';
import { subjectsOf } from './form/subjects.ts';
import { TableForm } from './form/table-form.tsx';
import type { DecisionSettings } from './settings.ts';
import './form/decision-form.css';

/** What is decided by: rules shown as conditions with the FEEL they stand for, or a table. */
export const decisionForm: ElementForm<Scope> = {
  type: 'decision',
  tab: 'General',
  instead: ['logic'],
  Form: LogicForm,
};

function LogicForm({ settings, change, parts }: ElementFormProps<Scope>) {
  const logic = settings.logic as unknown as DecisionSettings['logic'];
  const { scope, variables } = parts;
  const subjects = useMemo(() => subjectsOf(scope, variables), [scope, variables]);
  const put = (next: DecisionSettings['logic'], label: string) =>
    change(['logic'], next as unknown as JsonObject, label);
  return (
    <>
      <FormChoice logic={logic} subjects={subjects} scope={scope} change={put} />
      {logic.form === 'rules' ? (
        <RulesForm logic={logic} subjects={subjects} parts={parts} change={put} />
      ) : (
        <TableForm logic={logic} subjects={subjects} parts={parts} change={put} />
      )}
    </>
  );
}
