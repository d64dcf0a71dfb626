import * as z from 'zod';
import type { InteractionTest } from '#format/interaction.ts';
import { isJsonObject, type JsonObject } from '#prelude/json.ts';
import { Banner } from '#ui/banner.tsx';
import { Button } from '#ui/button.tsx';
import { TextField } from '#ui/text-field.tsx';
import { changeTest } from '../../commands/tests.ts';
import { useEditor } from '../../page/editor-context.ts';
import { JsonField } from '../../settings/json-field.tsx';
import { useTypedText } from '../../settings/typed-text.ts';
import type { Seen } from '../../tests/question.ts';
import { AnswerSteps } from './answer-steps.tsx';
import { Expectations } from './expectations.tsx';
import { GivenValues } from './given-values.tsx';

export interface TestFormProps {
  id: string;
  test: InteractionTest;
  /** What could not be kept of the run that it was made of. */
  notes: readonly string[];
  /** How it really ended, where it ran as it stands here. */
  seen: Seen | undefined;
}

const name = z.string().trim().min(1, 'a test needs a name').max(200);
const effects = z.record(z.string(), z.json()).optional();

/** The steps of a test: what is given, what is answered, what comes from outside, and what must come out. */
export function TestForm({ id, test, notes, seen }: TestFormProps) {
  const editor = useEditor();
  const typedName = useTypedText(test.name, name, (text) => changeTest(editor, id, 'name', text ?? test.name, 'name'));
  const { shows, hides } = test.expect;
  const expectSeen = () => {
    if (seen)
      changeTest(editor, id, 'expect', { ...seen, ...(shows ? { shows } : {}), ...(hides ? { hides } : {}) }, 'seen');
  };
  return (
    <div className="panel-test-form">
      {notes.length > 0 ? (
        <Banner tone="info" title="Not all of the run could be kept">
          <ul className="panel-notes">
            {notes.map((note) => (
              <li key={note}>{note}.</li>
            ))}
          </ul>
        </Banner>
      ) : null}
      <TextField label="Name" maxLength={200} {...typedName} />
      <GivenValues
        given={test.given ?? {}}
        onChange={(given, field) => changeTest(editor, id, 'given', orNothing(given), `given.${field}`)}
      />
      <AnswerSteps
        answers={test.answers}
        onChange={(answers, field) => changeTest(editor, id, 'answers', answers, `answers.${field}`)}
      />
      <Expectations
        expect={test.expect}
        onChange={(expect, field) => changeTest(editor, id, 'expect', expect, `expect.${field}`)}
      />
      {seen ? (
        <div>
          <Button size="small" onPress={expectSeen}>
            Expect what was seen
          </Button>
        </div>
      ) : null}
      <details>
        <summary>What comes from outside</summary>
        <JsonField
          schema={effects}
          face={EFFECTS}
          value={test.effects}
          isOptional
          onChange={(_path, value) =>
            changeTest(editor, id, 'effects', isJsonObject(value) ? orNothing(value) : undefined, 'effects')
          }
        />
      </details>
    </div>
  );
}

const EFFECTS = {
  widget: 'json',
  label: 'Results by element',
  help: 'The sample answers where nothing is given. {"i_look": {"status": "timed-out"}} lets a call time out.',
} as const;

function orNothing(values: JsonObject): JsonObject | undefined {
  return Object.keys(values).length === 0 ? undefined : values;
}
