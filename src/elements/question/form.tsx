import { kindOf } from '#contract/answers/answer-kinds.ts';
import type { AnswerUnion } from '#contract/answers/answer-union.ts';
import { NEW_CALL } from '#contract/call/call-settings.ts';
import type { JsonObject } from '#prelude/json.ts';
import type { ElementForm, ElementFormProps } from '#ui/element-form.ts';
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
  const isChecked = settings.verify !== undefined;
  return (
    <>
      <parts.Answer
        at={['answer']}
        choices="On the map: Choices with connectors of their own"
        // Where answers lead to different places one has to be given; there is nothing to switch.
        without={mustAnswer({ ...answer, required: false }) ? ['required'] : []}
      />
      {kindOf(answer).secret ? null : (
        <>
          <Switch
            isSelected={isChecked}
            onChange={(is) =>
              change(['verify'], is ? (NEW_VERIFY as unknown as JsonObject) : undefined, 'Check by a connection')
            }
          >
            Is checked by a connection
          </Switch>
          {isChecked ? <parts.Fields schema={verify} at={['verify']} /> : null}
        </>
      )}
    </>
  );
}

const NEW_VERIFY = { ...NEW_CALL, valid: 'http_status = 200', message: {} };
