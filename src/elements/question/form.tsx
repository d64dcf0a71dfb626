import { ANSWER_KINDS, kindOf } from '#contract/answers/answer-kinds.ts';
import type { AnswerUnion } from '#contract/answers/answer-union.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ElementForm, ElementFormProps } from '#ui/element-form.ts';
import { Select } from '#ui/select.tsx';

/** What kind of answer is asked for, and what this kind lets one set. */
export const questionForm: ElementForm = { type: 'question', tab: 'Answer', instead: ['answer'], Form: AnswerForm };

function AnswerForm({ settings, change, parts: { Fields } }: ElementFormProps) {
  const answer = settings.answer as unknown as AnswerUnion;
  const kind = kindOf(answer);
  const changeKind = (name: string) => {
    const next = ANSWER_KINDS.find((candidate) => candidate.kind === name);
    if (!next || next.kind === answer.kind) return;
    const kept = Object.fromEntries(KEPT.flatMap((key) => (answer[key] === undefined ? [] : [[key, answer[key]]])));
    const wanted = { ...next.defaults(answer.variable), ...kept };
    const parsed = next.settings.safeParse(wanted);
    const made = parsed.success ? wanted : next.defaults(answer.variable);
    change(['answer'], made as unknown as JsonObject, 'Kind of answer');
  };
  return (
    <>
      <Select
        label="Kind of answer"
        options={ANSWER_KINDS.map(({ kind: id, title }) => ({ id, label: title }))}
        value={kind.kind}
        onChange={changeKind}
      />
      <Fields key={kind.kind} schema={kind.settings} at={['answer']} />
    </>
  );
}

/** What stays when the kind changes, where the new kind knows it. */
const KEPT = ['required', 'hint'] as const;
