import type { AnswerSettings } from '#contract/answers/answer-kind.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { FormParts } from '#ui/element-form.ts';
import { formField, shownText } from '../settings.ts';
import { type ItemPlace, offersOwnChoices, type Sections, withAnswer } from './form-edits.ts';

export interface FieldPartProps {
  sections: Sections;
  place: ItemPlace;
  parts: FormParts<Scope>;
  put(sections: Sections, name: string): void;
}

/** All that can be set of one field or text. */
export function FieldPart({ sections, place, parts, put }: FieldPartProps) {
  const item = sections[place.section]?.items[place.item];
  const at = ['sections', String(place.section), 'items', String(place.item)];
  const of = `item ${place.item + 1} of section ${place.section + 1}`;
  if (!item) return null;
  if (item.kind === 'text') return <parts.Fields schema={shownText} at={at} of={of} />;
  const { answer, requiredWhen } = item;
  const changeKind = (next: AnswerSettings) => {
    const changed = withAnswer(item, next, parts.languages.source);
    const after = sections.map((section, index) =>
      index === place.section ? { ...section, items: section.items.with(place.item, changed) } : section,
    );
    put(after, 'Change kind of answer');
  };
  return (
    <>
      <parts.Fields schema={formField.pick({ label: true })} at={at} of={of} />
      <parts.Answer
        at={[...at, 'answer']}
        of={of}
        choices="Listed below"
        // A rule that says when an answer is required leaves nothing to the switch.
        without={requiredWhen === undefined ? [] : ['required']}
        onKind={(next) => changeKind(next as unknown as AnswerSettings)}
      />
      <parts.Fields
        schema={formField.pick({ choices: true, shownWhen: true, requiredWhen: true })}
        at={at}
        without={offersOwnChoices(answer) ? [] : ['choices']}
        of={of}
      />
    </>
  );
}
