import { sampleResult } from '../call/call-outputs.ts';
import { callExpressions, callProblems, callWrites } from '../call/call-places.ts';
import type { EffectResult } from '../effect.ts';
import type { ExpressionPlace, Reference, SettingsProblem, TextPlace } from '../element-type.ts';
import type { ActionButton } from './action-button.ts';

type Buttons = readonly ActionButton[] | undefined;

export function buttonTexts(buttons: Buttons): readonly TextPlace[] {
  return (buttons ?? []).map(({ label: text }, index) => ({
    path: `buttons.${index}.label`,
    text,
    formatted: false,
    label: `Button ${index + 1}`,
  }));
}

export function buttonExpressions(buttons: Buttons): readonly ExpressionPlace[] {
  return (buttons ?? []).flatMap(({ action }, index) => {
    const at = `buttons.${index}.action`;
    if (action.kind === 'call') {
      return callExpressions(action).map((place) => ({ ...place, path: `${at}.${place.path}` }));
    }
    if (action.kind === 'open-link') return [];
    return action.payload.map(({ name, value }, row) => ({
      path: `${at}.payload.${row}.value`,
      source: value,
      label: name,
    }));
  });
}

export function buttonWrites(buttons: Buttons): readonly string[] {
  return (buttons ?? []).flatMap(({ action }) => (action.kind === 'call' ? callWrites(action) : []));
}

export function buttonReferences(buttons: Buttons): readonly Reference[] {
  return (buttons ?? []).flatMap(({ action }, index) =>
    action.kind === 'call'
      ? [{ kind: 'connection' as const, key: action.connection, path: `buttons.${index}.action.connection` }]
      : [],
  );
}

export function buttonProblems(buttons: Buttons): readonly SettingsProblem[] {
  return (buttons ?? []).flatMap(({ action }, index) =>
    action.kind === 'call'
      ? callProblems(action).map((problem) => ({ ...problem, path: `buttons.${index}.action.${problem.path}` }))
      : [],
  );
}

/** The result that previews and tests get of a pressed button. */
export function buttonSample({ action }: ActionButton): EffectResult {
  return action.kind === 'call' ? sampleResult(action) : { status: 'done' };
}
