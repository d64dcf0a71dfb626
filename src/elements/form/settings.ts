import * as z from 'zod';
import { type AnswerUnion, answerUnion } from '#contract/answers/answer-union.ts';
import { type LocalizedText, localizedText } from '#contract/localized-text.ts';
import { setting } from '#contract/setting.ts';
import { LIMITS } from '#prelude/limits.ts';

/** An answer that a form offers by itself, without a Choice on the map. */
export interface FormChoice {
  readonly value: string;
  readonly label: LocalizedText;
}

export interface FormField {
  readonly kind: 'field';
  readonly label: LocalizedText;
  readonly answer: AnswerUnion;
  readonly choices?: readonly FormChoice[] | undefined;
  /** FEEL text over the form's answers and all other values. */
  readonly shownWhen?: string | undefined;
  readonly requiredWhen?: string | undefined;
}

export interface FormText {
  readonly kind: 'text';
  readonly text: LocalizedText;
  readonly shownWhen?: string | undefined;
}

export type FormItem = FormField | FormText;

export interface FormSection {
  readonly title?: LocalizedText | undefined;
  readonly columns?: 1 | 2 | 3 | undefined;
  readonly shownWhen?: string | undefined;
  readonly items: readonly FormItem[];
}

export interface FormSettings {
  readonly text: LocalizedText;
  readonly sections: readonly FormSection[];
}

const condition = (label: string, help: string) =>
  setting(z.string().max(LIMITS.expressionLength).optional(), {
    widget: 'expression',
    label,
    help,
    expects: { kind: 'boolean' },
    tab: 'Settings',
  });

const shownWhen = condition('Shown when', 'Left empty, it is always shown.');

/** A choice of a form, as its row in the settings asks for it. */
const formChoice = z.strictObject({
  value: setting(z.string().min(1).max(200), { widget: 'line', label: 'Value', tab: 'Choices' }),
  label: setting(localizedText, { widget: 'localized-line', label: 'Label', tab: 'Choices' }),
});

export const formField = z.strictObject({
  kind: z.literal('field'),
  label: setting(localizedText, { widget: 'localized-line', label: 'Label' }),
  answer: answerUnion,
  choices: setting(z.array(formChoice).max(LIMITS.listedOptions).optional(), {
    widget: 'rows',
    label: 'Choices',
    add: 'Add choice',
    row: 'Choice',
    tab: 'Choices',
  }),
  shownWhen,
  requiredWhen: condition('Required when', 'Left empty, the switch below decides.'),
});

/** A text between the fields. */
export const shownText = z.strictObject({
  kind: z.literal('text'),
  text: setting(localizedText, { widget: 'localized-text', formatted: true, label: 'Text' }),
  shownWhen,
});

export const formSection = z.strictObject({
  title: setting(localizedText.optional(), { widget: 'localized-line', label: 'Title' }),
  columns: setting(z.literal([1, 2, 3]).optional(), {
    widget: 'number',
    label: 'Columns',
    help: 'On a wide page; a narrow one has one.',
  }),
  shownWhen,
  items: z.array(z.discriminatedUnion('kind', [formField, shownText])).max(LIMITS.formFields),
});

function countOf(sections: readonly { readonly items: readonly unknown[] }[]): number {
  return sections.reduce((count, { items }) => count + items.length, 0);
}

/** What is said at the top of a form. */
export const formText = z.strictObject({
  text: setting(localizedText, {
    widget: 'localized-text',
    formatted: true,
    label: 'Text',
    help: 'What is said at the top. Type { to put in an earlier answer.',
  }),
});

export const formSettings = z.strictObject({
  ...formText.shape,
  sections: z
    .array(formSection)
    .max(50)
    .refine(
      (sections) => countOf(sections) <= LIMITS.formFields,
      `a form has at most ${LIMITS.formFields} fields and texts`,
    ),
}) as unknown as z.ZodType<FormSettings>;

/** A field with where it stands in the settings. */
export interface PlacedField {
  readonly field: FormField;
  readonly section: FormSection;
  readonly path: string;
}

/** The fields of a form, in the order in which they are asked. */
export function fieldsOf({ sections }: FormSettings): readonly PlacedField[] {
  return sections.flatMap((section, at) =>
    section.items.flatMap((item, index) =>
      item.kind === 'field' ? [{ field: item, section, path: `sections.${at}.items.${index}` }] : [],
    ),
  );
}
