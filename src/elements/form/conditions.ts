import { answerExpressions } from '#contract/answers/ask.ts';
import type { ExpressionPlace } from '#contract/element-type.ts';
import { type FormSettings, fieldsOf } from './settings.ts';

const BOOLEAN = { kind: 'boolean' } as const;

/** The conditions of a form, with where they stand: what is shown when, and required when. */
export function conditionsOf({ sections }: FormSettings): readonly ExpressionPlace[] {
  return sections.flatMap((section, at) => [
    ...place(`sections.${at}.shownWhen`, section.shownWhen, 'Section shown when'),
    ...section.items.flatMap((item, index) => [
      ...place(`sections.${at}.items.${index}.shownWhen`, item.shownWhen, 'Shown when'),
      ...(item.kind === 'field'
        ? place(`sections.${at}.items.${index}.requiredWhen`, item.requiredWhen, 'Required when')
        : []),
    ]),
  ]);
}

/** Every expression of a form: its conditions, and those of its answers. */
export function formExpressions(settings: FormSettings): readonly ExpressionPlace[] {
  const answers = fieldsOf(settings).flatMap(({ field, path }) =>
    answerExpressions(field.answer).map((each) => ({ ...each, path: `${path}.answer.${each.path}` })),
  );
  return [...conditionsOf(settings), ...answers];
}

function place(path: string, source: string | undefined, label: string): readonly ExpressionPlace[] {
  return source === undefined ? [] : [{ path, source, expects: BOOLEAN, label }];
}
