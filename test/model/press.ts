import type { EffectResult } from '#contract/effect.ts';
import { keepOutputs, requestFault } from './call.ts';
import type { ModelSession } from './session.ts';

/** Presses a button of the page, which stays. */
export function press(session: ModelSession, id: string, refuse: (code: string) => never): undefined {
  const button = session.element.buttons?.find((each) => each.id === id);
  if (!button) return refuse('act.no-button');
  if (session.asked.some((asked) => asked.button === id)) return;
  const { action } = button;
  if (action.kind === 'call' && requestFault(session, action)) return refuse('answer.refused');
  if (action.kind === 'client-event') {
    for (const { value } of action.payload) if (session.secretsIn(value).length === 0) session.value(value);
  }
  session.tell({ kind: 'button-pressed', n: session.visit.n, element: session.at, at: session.now, button: id });
  if (action.kind === 'client-event') session.ask('client-event', { holds: false });
  if (action.kind === 'call') session.ask('call', { holds: false, button: id });
}

/** What came of it. */
export function pressed(session: ModelSession, id: string, result: EffectResult): undefined {
  const action = session.element.buttons?.find((each) => each.id === id)?.action;
  if (action?.kind !== 'call' || result.status !== 'done') return;
  keepOutputs(session, action.outputs, { response: result.value ?? null, http_status: result.http ?? 200 })();
}
