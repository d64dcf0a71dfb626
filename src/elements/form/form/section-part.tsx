import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import { textIn } from '#contract/localized-text.ts';
import type { Scope } from '#expressions/value-type.ts';
import type { FormParts } from '#ui/element-form.ts';
import { IconButton } from '#ui/icon-button.tsx';
import { formSection } from '../settings.ts';
import { FieldPart } from './field-part.tsx';
import {
  addItem,
  duplicateItem,
  type ItemPlace,
  itemName,
  moveItem,
  moveSection,
  newField,
  removeItem,
  type Sections,
} from './form-edits.ts';
import { noteOf } from './item-note.ts';

export interface SectionPartProps {
  sections: Sections;
  index: number;
  parts: FormParts<Scope>;
  /** The name is that of the edit in the history. */
  put(sections: Sections, name: string): void;
}

/** One section: what it is called and how it is laid out, then its fields and texts in their order. */
export function SectionPart({ sections, index, parts, put }: SectionPartProps) {
  const section = sections[index];
  if (!section) return null;
  const { source, shown } = parts.languages;
  const number = `Section ${index + 1}`;
  const title = section.title ? textIn(section.title, shown, source).trim() : '';
  const name = title === '' ? number : `${number}: ${title}`;
  const nameAt = (item: number) => {
    const found = section.items[item];
    return found ? itemName(found, item, shown, source) : '';
  };
  const surroundings = { language: source, taken: new Set(parts.variables.map(({ key }) => key)) };
  const at = (item: number): ItemPlace => ({ section: index, item });
  return (
    <fieldset className="form-section" aria-label={name}>
      <div className="form-section-head">
        <span className="wm-label">{name}</span>
        <IconButton
          size="small"
          label={`Move ${number} up`}
          icon={<ArrowUp />}
          isDisabled={index === 0}
          onPress={() => put(moveSection(sections, index, index - 1), `Move section ${index + 1}`)}
        />
        <IconButton
          size="small"
          label={`Move ${number} down`}
          icon={<ArrowDown />}
          isDisabled={index === sections.length - 1}
          onPress={() => put(moveSection(sections, index, index + 1), `Move section ${index + 1}`)}
        />
        <IconButton
          size="small"
          label={`Delete ${number}`}
          icon={<Trash2 />}
          onPress={() => put(sections.toSpliced(index, 1), `Delete section ${index + 1}`)}
        />
      </div>
      <details className="form-section-settings">
        <summary>Title, columns and when it is shown</summary>
        <div className="settings-fields">
          <parts.Fields
            schema={formSection}
            at={['sections', String(index)]}
            without={['items']}
            of={`section ${index + 1}`}
          />
        </div>
      </details>
      <parts.Items
        label={`Fields and texts of ${name}`}
        empty="Nothing is asked here yet."
        items={section.items.map((item, place) => ({
          name: nameAt(place),
          note: noteOf(item),
          more: sections.flatMap((_other, to) =>
            to === index
              ? []
              : [
                  {
                    label: `Move to section ${to + 1}`,
                    onAct: () =>
                      put(
                        moveItem(sections, at(place), { section: to }),
                        `Move “${nameAt(place)}” to section ${to + 1}`,
                      ),
                  },
                ],
          ),
          body: () => <FieldPart sections={sections} place={at(place)} parts={parts} put={put} />,
        }))}
        exchange={{
          kind: 'form-item',
          list: index,
          onTake: (from, item, to) => {
            const moved = sections[from]?.items[item];
            const words = moved ? itemName(moved, item, shown, source) : '';
            const place = { section: index, item: to };
            put(moveItem(sections, { section: from, item }, place), `Move “${words}” to section ${index + 1}`);
          },
        }}
        add={[
          {
            label: 'Add field',
            onAdd: () => put(addItem(sections, index, newField(sections, surroundings)), 'Add field'),
          },
          {
            label: 'Add text',
            onAdd: () => put(addItem(sections, index, { kind: 'text', text: { [source]: '' } }), 'Add text'),
          },
        ]}
        onMove={(from, to) => put(moveItem(sections, at(from), { section: index, item: to }), `Move “${nameAt(from)}”`)}
        onDuplicate={(item) =>
          put(duplicateItem(sections, at(item), surroundings.taken), `Duplicate “${nameAt(item)}”`)
        }
        onRemove={(item) => put(removeItem(sections, at(item)), `Delete “${nameAt(item)}”`)}
      />
    </fieldset>
  );
}
