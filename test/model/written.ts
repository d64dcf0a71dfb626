import { MASK } from '#contract/answers/mask.ts';
import { type LocalizedText, textIn } from '#contract/localized-text.ts';
import { parseTemplate } from '#expressions/template.ts';
import type { ValueType } from '#expressions/value-type.ts';
import type { Json } from '#prelude/json.ts';
import { showNumber } from '#prelude/locale.ts';
import { listed } from './listed.ts';
import type { ModelSession } from './session.ts';

/** A text in the language of the session, with the values in it that stand there now. */
export function written(session: ModelSession, text: LocalizedText): string {
  const source = textIn(text, session.language, session.chart.interaction.languages[0]);
  const template = parseTemplate(source);
  if (!template.ok) return source;
  return template.value.parts
    .map((part) => (part.kind === 'text' ? part.text : shown(session, part.expression.source)))
    .join('');
}

function shown(session: ModelSession, source: string): string {
  if (session.secretsIn(source).length > 0) return MASK;
  const variable = source.trim();
  const type = session.chart.scope[variable] ?? { kind: 'any' };
  return inWords(session, session.value(source, {}, true).value, type, variable);
}

function inWords(session: ModelSession, value: Json, type: ValueType, variable: string): string {
  if (value === null) return '';
  if (typeof value === 'number') return showNumber(value, session.language);
  if (typeof value === 'string') return type.kind === 'option' ? (labelOf(session, variable, value) ?? value) : value;
  if (Array.isArray(value)) {
    const items: ValueType = type.kind === 'list' ? type.items : { kind: 'any' };
    return value.map((item: Json) => inWords(session, item, items, variable)).join(', ');
  }
  throw new Error(`No words for ${JSON.stringify(value)}`);
}

/** The label of the option that a question which makes this variable offers; of several, the last drawn. */
function labelOf(session: ModelSession, variable: string, value: string): string | undefined {
  const { chart } = session;
  let label: string | undefined;
  for (const id of chart.ids) {
    const element = chart.element(id);
    if (element?.type !== 'question' || element.answer.variable !== variable) continue;
    for (const { choice } of chart.choices(id)) {
      if (choice.value === value) {
        label = textIn(choice.label, session.language, chart.interaction.languages[0]);
      }
    }
    if (label !== undefined || !element.answer.list) continue;
    label = listed(session, element.answer.list, true).find((offer) => offer.value === value)?.label;
  }
  return label;
}
