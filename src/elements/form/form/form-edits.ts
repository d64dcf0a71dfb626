import type { AnswerSettings } from '#contract/answers/answer-kind.ts';
import { kindOf } from '#contract/answers/answer-kinds.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import type { FormChoice, FormField, FormItem, FormSection } from '../settings.ts';

/** The sections of a form as they are edited. */
export type Sections = readonly FormSection[];

/** Where an item stands: its section, and its number in it. */
export interface ItemPlace {
  readonly section: number;
  readonly item: number;
}

/** What new things are called in, and which variables there are already. */
export interface FormSurroundings {
  readonly language: string;
  readonly taken: ReadonlySet<string>;
}

export function addItem(sections: Sections, section: number, item: FormItem): Sections {
  return changeItems(sections, section, (items) => [...items, item]);
}

/** A field that asks for a short text, with a variable that nothing has yet. */
export function newField(sections: Sections, { language, taken }: FormSurroundings): FormField {
  const count = sections.flatMap(({ items }) => items).filter(({ kind }) => kind === 'field').length;
  const label = { [language]: `Field ${count + 1}` };
  const variable = freeVariable(`field_${count + 1}`, sections, taken);
  return { kind: 'field', label, answer: { kind: 'short-text', variable } };
}

/** A copy behind the item; a field keeps its answer in a variable of its own. */
export function duplicateItem(
  sections: Sections,
  { section, item }: ItemPlace,
  taken: FormSurroundings['taken'],
): Sections {
  const original = sections[section]?.items[item];
  if (!original) return sections;
  const copy = original.kind === 'field' ? withOwnVariable(original, sections, taken) : original;
  return changeItems(sections, section, (items) => items.toSpliced(item + 1, 0, copy));
}

export function removeItem(sections: Sections, { section, item }: ItemPlace): Sections {
  return changeItems(sections, section, (items) => items.toSpliced(item, 1));
}

/** Within its section, or to the end of another one where no number is given. */
export function moveItem(sections: Sections, from: ItemPlace, to: { section: number; item?: number }): Sections {
  const moved = sections[from.section]?.items[from.item];
  if (!moved || !sections[to.section]) return sections;
  return changeItems(removeItem(sections, from), to.section, (items) =>
    items.toSpliced(to.item ?? items.length, 0, moved),
  );
}

export function moveSection(sections: Sections, from: number, to: number): Sections {
  const moved = sections[from];
  return moved ? sections.toSpliced(from, 1).toSpliced(to, 0, moved) : sections;
}

/** A field with an answer of another kind; choices stay only where this kind offers choices of its own. */
export function withAnswer(field: FormField, answer: AnswerSettings, language: string): FormField {
  const { choices, ...rest } = field;
  if (!offersOwnChoices(answer)) return { ...rest, answer };
  return { ...rest, answer, choices: choices ?? [newChoice([], language), newChoice([1], language)] };
}

/** Whether the choices stand in the form itself: neither a list nor the kind of answer says what they are. */
export function offersOwnChoices(answer: AnswerSettings): boolean {
  return kindOf(answer)
    .exits(answer)
    .some(({ connectors }) => connectors === 'options');
}

/** What an item is called where items are listed: its label or text, in the language that is being edited. */
export function itemName(item: FormItem, index: number, language: string, source: string): string {
  const words = textIn(item.kind === 'field' ? item.label : item.text, language, source).trim();
  if (words !== '') return words.length > LONGEST_NAME ? `${words.slice(0, LONGEST_NAME)}…` : words;
  return `${item.kind === 'field' ? 'Field' : 'Text'} ${index + 1}`;
}

const LONGEST_NAME = 60;

function newChoice(before: readonly unknown[], language: string): FormChoice {
  const number = before.length + 1;
  return { value: `choice_${number}`, label: { [language]: `Choice ${number}` } as LocalizedText };
}

function withOwnVariable(field: FormField, sections: Sections, taken: ReadonlySet<string>): FormField {
  const base = field.answer.variable.replace(/_\d+$/, '');
  return { ...field, answer: { ...field.answer, variable: freeVariable(base, sections, taken) } };
}

/** The key itself, or with the first number behind it that no variable and no field has. */
function freeVariable(base: string, sections: Sections, taken: ReadonlySet<string>): string {
  const used = new Set(taken);
  for (const { items } of sections) for (const item of items) if (item.kind === 'field') used.add(item.answer.variable);
  const stem = ID_PATTERN.test(base) ? base.slice(0, 56) : 'field';
  let key = stem;
  for (let n = 2; used.has(key); n++) key = `${stem}_${n}`;
  return key;
}

function changeItems(
  sections: Sections,
  at: number,
  change: (items: readonly FormItem[]) => readonly FormItem[],
): Sections {
  return sections.map((section, index) => (index === at ? { ...section, items: change(section.items) } : section));
}
