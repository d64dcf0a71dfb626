import { parseTemplate } from '#expressions/template.ts';
import { assertNever } from '#prelude/assert-never.ts';
import type { Json } from '#prelude/json.ts';
import { callOutputs } from '../call/call-outputs.ts';
import { callRequest } from '../call/call-request.ts';
import type { EffectRequest, EffectResult } from '../effect.ts';
import type { Assignment, Failure, RunContext } from '../element-type.ts';
import type { PageButton } from '../page.ts';
import type { ActionButton } from './action-button.ts';

/** What pressing a button asks for; undefined where the player does it by itself. */
export function pressButton({ action }: ActionButton, context: RunContext): EffectRequest | Failure | undefined {
  switch (action.kind) {
    case 'open-link':
      return undefined;
    case 'client-event':
      return { kind: 'client-event', name: action.event, payload: payloadOf(action.payload, context) };
    case 'call': {
      const request = callRequest(action, context);
      return request.ok ? request.value : request.error;
    }
    default:
      return assertNever(action);
  }
}

/** The values of a client event; secrets never leave by it. */
export function payloadOf(
  rows: readonly { readonly name: string; readonly value: string }[],
  context: RunContext,
): { readonly [name: string]: Json } {
  const open = rows.filter(({ value }) => context.secretsOf(value).length === 0);
  return Object.fromEntries(open.map(({ name, value }) => [name, context.evaluate(value).value]));
}

/** What the result of a pressed button sets. */
export function buttonOutputs(
  { action }: ActionButton,
  result: EffectResult,
  context: RunContext,
): readonly Assignment[] {
  return action.kind === 'call' && result.status === 'done' ? callOutputs(action, result, context) : [];
}

/** The button as the page shows it; a link that is none of the web is left without its address. */
export function pageButton(button: ActionButton, context: RunContext, busy: boolean): PageButton {
  const { action } = button;
  const href = action.kind === 'open-link' ? linkOf(action.url, context) : undefined;
  return {
    id: button.id,
    label: context.words(button.label),
    ...(href === undefined ? {} : { href }),
    ...(busy ? { busy: true } : {}),
  };
}

function linkOf(url: string, context: RunContext): string | undefined {
  const template = parseTemplate(url);
  if (!template.ok) return undefined;
  const isTelephone = /^tel:/i.test(url);
  const text = template.value.parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const { source } = part.expression;
      if (context.secretsOf(source).length > 0) return '';
      const { value } = context.evaluate(source);
      if (value === null) return '';
      const encoded = encodeURIComponent(typeof value === 'object' ? JSON.stringify(value) : String(value));
      // A number of another country begins with a plus, which telephones know only as it is.
      return isTelephone ? encoded.replaceAll('%2B', '+') : encoded;
    })
    .join('');
  return /^(https?:\/\/|mailto:|tel:)/i.test(text) ? text : undefined;
}
