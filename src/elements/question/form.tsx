import * as z from 'zod';
import type { AnswerKind, AnswerSettings } from '#contract/answers/answer-kind.ts';
import { ANSWER_KINDS, kindOf } from '#contract/answers/answer-kinds.ts';
import type { AnswerUnion } from '#contract/answers/answer-union.ts';
import { NEW_CALL } from '#contract/call/call-settings.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ElementForm, ElementFormProps, FormParts } from '#ui/element-form.ts';
import { Select } from '#ui/select.tsx';
import { Switch } from '#ui/switch.tsx';
import { mustAnswer } from './question.ts';
import { verify } from './verify.ts';

/** What kind of answer is asked for, what this kind lets one set, and what an answer has to keep to. */
export const questionForm: ElementForm = {
  type: 'question',
  tab: 'Answer',
  instead: ['answer', 'verify'],
  Form: AnswerForm,
};

function AnswerForm({ settings, change, parts }: ElementFormProps) {
  const answer = settings.answer as unknown as AnswerUnion;
  const kind = kindOf(answer);
  const shape = kind.settings instanceof z.ZodObject ? kind.settings.shape : {};
  // Where answers lead to different places one has to be given; there is nothing to switch.
  const without = mustAnswer({ ...answer, required: false }) ? ['required'] : [];
  const put = (next: AnswerSettings, label: string) => change(['answer'], next as unknown as JsonObject, label);
  return (
    <>
      <Select
        label="Kind of answer"
        options={ANSWER_KINDS.map(({ kind: id, title, group }) => ({ id, label: title, group }))}
        value={kind.kind}
        onChange={(name) => {
          const next = ANSWER_KINDS.find((candidate) => candidate.kind === name);
          if (next && next.kind !== answer.kind) put(changedKind(answer, next), 'Kind of answer');
        }}
      />
      {'list' in shape ? (
        <Select
          label="Choices"
          options={SOURCES}
          value={'list' in answer ? 'list' : 'map'}
          onChange={(source) =>
            change(['answer', 'list'], source === 'list' ? { from: '' } : undefined, 'Where choices come from')
          }
        />
      ) : null}
      {'list' in answer ? <parts.Fields schema={inner(shape['list'])} at={['answer', 'list']} /> : null}
      <parts.Fields key={kind.kind} schema={kind.settings} at={['answer']} without={without} />
      {'pattern' in shape ? (
        <Block
          title="Must be written in a certain form"
          value={'pattern' in answer}
          begin={() => change(['answer', 'pattern'], { matches: '.+' }, 'Pattern')}
          end={() => change(['answer', 'pattern'], undefined, 'Pattern')}
          schema={inner(shape['pattern'])}
          at={['answer', 'pattern']}
          parts={parts}
        />
      ) : null}
      <Block
        title="Must keep a rule"
        value={answer.check !== undefined}
        begin={() => change(['answer', 'check'], { when: '', message: {} }, 'Rule of the answer')}
        end={() => change(['answer', 'check'], undefined, 'Rule of the answer')}
        schema={inner(shape['check'])}
        at={['answer', 'check']}
        parts={parts}
      />
      {kind.secret ? null : (
        <Block
          title="Is checked by a connection"
          value={settings.verify !== undefined}
          begin={() => change(['verify'], NEW_VERIFY as unknown as JsonObject, 'Check by a connection')}
          end={() => change(['verify'], undefined, 'Check by a connection')}
          schema={verify}
          at={['verify']}
          parts={parts}
        />
      )}
    </>
  );
}

const SOURCES = [
  { id: 'map', label: 'On the map: Choices with connectors of their own' },
  { id: 'list', label: 'From a list: all go on by Next' },
] as const;

const NEW_VERIFY = { ...NEW_CALL, valid: 'http_status = 200', message: {} };

interface BlockProps {
  readonly title: string;
  readonly value: boolean;
  readonly schema: z.ZodType;
  readonly at: readonly string[];
  readonly parts: FormParts;
  begin(): void;
  end(): void;
}

/** Settings that are there only where somebody wants them. */
function Block({ title, value, schema, at, parts, begin, end }: BlockProps) {
  return (
    <>
      <Switch isSelected={value} onChange={(is) => (is ? begin() : end())}>
        {title}
      </Switch>
      {value ? <parts.Fields schema={schema} at={at} /> : null}
    </>
  );
}

/** The object within an optional setting. */
function inner(schema: unknown): z.ZodType {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : z.strictObject({});
}

/** Settings of another kind for the same variable, with all that this kind knows too and allows. */
function changedKind(answer: AnswerSettings, next: AnswerKind): AnswerSettings {
  let made = next.defaults(answer.variable);
  for (const [key, value] of Object.entries(answer)) {
    if (key === 'kind' || value === undefined) continue;
    const wanted = { ...made, [key]: value };
    if (next.settings.safeParse(wanted).success) made = wanted;
  }
  return made;
}
