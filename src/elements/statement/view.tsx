/** @jsxImportSource preact */
import { Field, fieldAnswer } from '#parts/field.tsx';
import { NextButton } from '#parts/next-button.tsx';
import { ReadAloud } from '#parts/read-aloud.tsx';
import type { ElementView, ViewProps } from '#parts/view.ts';

/** A text to read aloud, what confirms that it was, and the button to go on. */
function StatementPage(view: ViewProps) {
  const { next, fields } = view.page.part;
  const [read] = fields;
  return (
    <>
      <ReadAloud view={view} />
      {/* The sentence stands beside its box, not above it. */}
      {read && <Field view={view} field={read} namedBy="read-label" />}
      {next !== undefined && <NextButton view={view} label={next} first={!read} />}
    </>
  );
}

export const statementView: ElementView = {
  type: 'statement',
  Body: StatementPage,
  answer: ({ fields: [read] }, typed, language) => read && fieldAnswer(read, typed, language),
};
