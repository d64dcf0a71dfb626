/** @jsxImportSource preact */
import { NextButton } from '#parts/next-button.tsx';
import { ReadAloud } from '#parts/read-aloud.tsx';
import type { ElementView, ViewProps } from '#parts/view.ts';

/** A text to read aloud, and the button to go on. */
function StatementPage(view: ViewProps) {
  const { next } = view.page.part;
  return (
    <>
      <ReadAloud view={view} />
      {next !== undefined && <NextButton view={view} label={next} first />}
    </>
  );
}

export const statementView: ElementView = {
  type: 'statement',
  Body: StatementPage,
  answer: () => undefined,
};
