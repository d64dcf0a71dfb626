/** @jsxImportSource preact */
import { Field, fieldAnswer } from '#parts/field.tsx';
import { NextButton } from '#parts/next-button.tsx';
import { PAGE_TEXT_ID, ReadAloud } from '#parts/read-aloud.tsx';
import type { ElementView, ViewProps } from '#parts/view.ts';

/** A text above a table of records, of which rows may be picked. */
function TablePage(view: ViewProps) {
  const { part } = view.page;
  const [field] = part.fields;
  return (
    <>
      <ReadAloud view={view} />
      {field && <Field view={view} field={field} namedBy={PAGE_TEXT_ID} />}
      {part.next !== undefined && <NextButton view={view} label={part.next} first={field?.shows === true} />}
    </>
  );
}

export const tableView: ElementView = {
  type: 'table',
  Body: TablePage,
  answer({ fields: [field] }, typed, language) {
    return field && !field.shows ? fieldAnswer(field, typed, language) : undefined;
  },
};
