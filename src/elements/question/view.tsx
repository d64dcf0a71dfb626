/** @jsxImportSource preact */
import { Field, fieldAnswer } from '#parts/field.tsx';
import { NextButton } from '#parts/next-button.tsx';
import { PAGE_TEXT_ID, ReadAloud } from '#parts/read-aloud.tsx';
import type { ElementView, ViewProps } from '#parts/view.ts';

/** The question is read aloud and names its one field. */
function QuestionPage(view: ViewProps) {
  const { part } = view.page;
  const [field] = part.fields;
  return (
    <>
      <ReadAloud view={view} />
      {field && <Field view={view} field={field} namedBy={PAGE_TEXT_ID} />}
      {part.next !== undefined && <NextButton view={view} label={part.next} first={false} />}
    </>
  );
}

export const questionView: ElementView = {
  type: 'question',
  Body: QuestionPage,
  answer({ fields: [field] }, typed, language) {
    return field && fieldAnswer(field, typed, language);
  },
};
