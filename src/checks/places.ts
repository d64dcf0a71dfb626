import { buttonExpressions, buttonTemplates, buttonTexts, buttonWrites } from '#contract/buttons/button-places.ts';
import type { ExpressionPlace, TemplatePlace, TextPlace } from '#contract/element-type.ts';
import type { ModelElement } from './model.ts';

/** The texts of an element: those of its type, and those that every element may have. */
export function textsOf({ type, settings, element }: ModelElement): readonly TextPlace[] {
  const { help, buttons } = element;
  return [
    ...type.texts(settings),
    ...(help ? [{ path: 'help', text: help, formatted: true, label: 'Help' }] : []),
    ...buttonTexts(buttons),
  ];
}

export function expressionsOf({ type, settings, element }: ModelElement): readonly ExpressionPlace[] {
  return [...type.expressions(settings), ...buttonExpressions(element.buttons)];
}

export function templatesOf({ type, settings, element }: ModelElement): readonly TemplatePlace[] {
  return [...(type.templates?.(settings) ?? []), ...buttonTemplates(element.buttons)];
}

/** The variables that an element sets, whether it makes them itself or not. */
export function writesOf({ type, settings, element }: ModelElement): readonly string[] {
  return [...type.writes(settings), ...buttonWrites(element.buttons)];
}
