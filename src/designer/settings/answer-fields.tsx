import type { ReactNode } from 'react';
import * as z from 'zod';
import type { AnswerSettings } from '#contract/answers/answer-kind.ts';
import { ANSWER_KINDS, kindOf } from '#contract/answers/answer-kinds.ts';
import { changedKind } from '#contract/answers/changed-kind.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { AnswerPartProps } from '#ui/element-form.ts';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { objectAt } from '../editor/within.ts';
import { SchemaFields } from './schema-fields.tsx';
import { useSettings } from './settings-context.ts';

/** What kind of answer is asked for, what this kind lets one set, and what an answer has to keep to. */
export function AnswerFields({ at, of, choices, without = [], onKind }: AnswerPartProps) {
  const { settings, change } = useSettings();
  const answer = objectAt(settings, at) as unknown as AnswerSettings;
  const kind = kindOf(answer);
  const shape = kind.settings instanceof z.ZodObject ? kind.settings.shape : {};
  // Kinds that offer choices may take them from a list; that of rows has one by its nature.
  const mayList = shape['list'] instanceof z.ZodOptional;
  const named = (label: string) => (of === undefined ? label : `${label} of ${of}`);
  const block = (name: string, title: string, label: string, first: JsonObject) => (
    <AnswerBlock
      title={title}
      isThere={name in answer}
      begin={() => change([...at, name], first, named(label))}
      end={() => change([...at, name], undefined, named(label))}
    >
      <SchemaFields schema={inner(shape[name])} at={[...at, name]} of={of} />
    </AnswerBlock>
  );
  return (
    <>
      <Select
        label="Kind of answer"
        options={ANSWER_KINDS.map(({ kind: id, title, group }) => ({ id, label: title, group }))}
        value={kind.kind}
        onChange={(name) => {
          const next = ANSWER_KINDS.find((candidate) => candidate.kind === name);
          if (!next || next.kind === answer.kind) return;
          const changed = changedKind(answer, next) as unknown as JsonObject;
          if (onKind) onKind(changed);
          else change(at, changed, named('Kind of answer'));
        }}
      />
      {mayList ? (
        <Select
          label="Choices"
          options={[
            { id: 'own', label: choices },
            { id: 'list', label: 'From a list: all go on by Next' },
          ]}
          value={'list' in answer ? 'list' : 'own'}
          onChange={(source) =>
            change([...at, 'list'], source === 'list' ? { from: '' } : undefined, named('Where choices come from'))
          }
        />
      ) : null}
      {mayList && 'list' in answer ? <SchemaFields schema={inner(shape['list'])} at={[...at, 'list']} of={of} /> : null}
      <SchemaFields key={kind.kind} schema={kind.settings} at={at} without={without} of={of} />
      {'pattern' in shape ? block('pattern', 'Must be written in a certain form', 'Pattern', { matches: '.+' }) : null}
      {block('check', 'Must keep a rule', 'Rule of the answer', { when: '', message: {} })}
    </>
  );
}

interface AnswerBlockProps {
  title: string;
  isThere: boolean;
  begin(): void;
  end(): void;
  children: ReactNode;
}

/** Settings that are there only where somebody wants them. */
function AnswerBlock({ title, isThere, begin, end, children }: AnswerBlockProps) {
  return (
    <>
      <Switch isSelected={isThere} onChange={(is) => (is ? begin() : end())}>
        {title}
      </Switch>
      {isThere ? children : null}
    </>
  );
}

/** The object within an optional setting. */
function inner(schema: unknown): z.ZodType {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : z.strictObject({});
}
