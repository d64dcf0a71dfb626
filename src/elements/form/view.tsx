/** @jsxImportSource preact */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { PagePart, PageSection } from '#contract/page.ts';
import { Field, fieldAnswer } from '#parts/field.tsx';
import { NextButton } from '#parts/next-button.tsx';
import { ReadAloud } from '#parts/read-aloud.tsx';
import { TextTreeView } from '#parts/text-tree.tsx';
import type { ElementView, Typed, ViewProps } from '#parts/view.ts';
import type { Json } from '#prelude/json.ts';
import type { LiveConditions } from './live-conditions.ts';
import { askedNow, fieldNamed, shownSection } from './shown-fields.ts';

/** Several questions on one page; what is shown follows what is typed. */
function FormPage(view: ViewProps) {
  const { part } = view.page;
  const untrue = useUntrue(view);
  const sections = (part.sections ?? []).flatMap((section) => shownSection(section, part, untrue) ?? []);
  return (
    <>
      <ReadAloud view={view} />
      {sections.map((section, index) => (
        <Section key={section.title ?? index} view={view} section={section} untrue={untrue} />
      ))}
      {part.next !== undefined && <NextButton view={view} label={part.next} first={false} />}
    </>
  );
}

function Section({ view, section, untrue }: { view: ViewProps; section: PageSection; untrue: ReadonlySet<string> }) {
  const { part } = view.page;
  const items = section.items.map((item, index) => {
    if ('text' in item) {
      return (
        // biome-ignore lint/suspicious/noArrayIndexKey: texts have no name but their place
        <div class="form-text" key={`text ${index}`}>
          <TextTreeView tree={item.text} opensInNewTab={view.words.opensInNewTab} />
        </div>
      );
    }
    const field = fieldNamed(part, item.field);
    return field && <Field key={item.field} view={view} field={askedNow(field, untrue)} />;
  });
  const body = <div class={`form-items form-columns-${section.columns}`}>{items}</div>;
  if (section.title === undefined) return body;
  return (
    <fieldset class="form-section">
      <legend>{section.title}</legend>
      {body}
    </fieldset>
  );
}

/** Milliseconds before the conditions are asked for again, where they could not be had. */
const LOAD_AGAIN = 2_000;

/** The conditions that are not true with what stands in the fields now: those of the page's arrival until more is known. */
function useUntrue(view: ViewProps): ReadonlySet<string> {
  const { page, typed } = view;
  const { part } = page;
  const [conditions, setConditions] = useState<LiveConditions | undefined>();
  const hasConditions = part.untrue !== undefined;
  useEffect(() => {
    if (!hasConditions) return undefined;
    let isHere = true;
    let again: number | undefined;
    // The expressions come after the page is in sight: most pages need none.
    const load = () =>
      import('./live-conditions.ts').then(
        ({ liveConditions }) => {
          if (isHere) setConditions(() => liveConditions(part));
        },
        () => {
          // The network may be back in a moment; until then the page stays as it arrived.
          if (isHere) again = window.setTimeout(load, LOAD_AGAIN);
        },
      );
    void load();
    return () => {
      isHere = false;
      window.clearTimeout(again);
    };
  }, [part, hasConditions]);
  return useMemo(
    () =>
      conditions ? conditions(answersIn(part, typed, page.language, null), Date.now()) : new Set(part.untrue ?? []),
    [conditions, part, typed, page.language],
  );
}

/** What stands in the fields; `missing` in place of no answer. */
function answersIn(part: PagePart, typed: Typed, language: string, missing: null | undefined) {
  const answers: { [name: string]: Json } = {};
  for (const field of part.fields) {
    const answer = fieldAnswer(field, typed, language) ?? missing;
    if (answer !== undefined) answers[field.name] = answer;
  }
  return answers;
}

export const formView: ElementView = {
  type: 'form',
  Body: FormPage,
  // Fields that are not shown are sent as they are: whoever takes the answers decides which of them are asked.
  answer: (part, typed, language) => answersIn(part, typed, language, undefined),
};
