import type { PageField, PagePart, PageSection } from '#contract/page.ts';

type Untrue = ReadonlySet<string>;

function isOn(condition: string | undefined, untrue: Untrue): boolean {
  return condition === undefined || !untrue.has(condition);
}

/** A section with the items that are shown; undefined where none is. */
export function shownSection(section: PageSection, part: PagePart, untrue: Untrue): PageSection | undefined {
  if (!isOn(section.shownWhen, untrue)) return undefined;
  const items = section.items.filter((item) =>
    'text' in item ? isOn(item.shownWhen, untrue) : isOn(fieldNamed(part, item.field)?.shownWhen, untrue),
  );
  return items.length === 0 ? undefined : { ...section, items };
}

export function fieldNamed(part: PagePart, name: string): PageField | undefined {
  return part.fields.find((field) => field.name === name);
}

/** The field as it is asked now. */
export function askedNow(field: PageField, untrue: Untrue): PageField {
  const { requiredWhen } = field;
  return requiredWhen === undefined ? field : { ...field, required: !untrue.has(requiredWhen) };
}
