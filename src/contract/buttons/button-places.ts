import { sampleResult } from '../call/call-outputs.ts';
import { callExpressions, callProblems, callReferences, callTemplates, callWrites } from '../call/call-places.ts';
import type { EffectResult } from '../effect.ts';
import type { ExpressionPlace, Reference, SettingsProblem, TemplatePlace, TextPlace } from '../element-type.ts';
import { textIn } from '../localized-text.ts';
import { below } from '../places-below.ts';
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
    if (action.kind === 'open-link') return [];
    if (action.kind === 'call') return below(actionOf(index), callExpressions(action));
    const payload = action.payload.map(({ name, value }, row) => ({
      path: `payload.${row}.value`,
      source: value,
      label: name,
    }));
    return below(actionOf(index), payload);
  });
}

export function buttonTemplates(buttons: Buttons): readonly TemplatePlace[] {
  return (buttons ?? []).flatMap(({ action }, index) => {
    if (action.kind === 'call') return below(actionOf(index), callTemplates(action));
    return action.kind === 'open-link'
      ? [{ path: `${actionOf(index)}.url`, source: action.url, label: `Address of button ${index + 1}` }]
      : [];
  });
}

export function buttonWrites(buttons: Buttons): readonly string[] {
  return (buttons ?? []).flatMap(({ action }) => (action.kind === 'call' ? callWrites(action) : []));
}

export function buttonReferences(buttons: Buttons): readonly Reference[] {
  return (buttons ?? []).flatMap(({ action }, index) =>
    action.kind === 'call' ? below(actionOf(index), callReferences(action)) : [],
  );
}

/** What is wrong with buttons: no words on them, two with one id, an address nobody may open, a call that cannot be made. */
export function buttonProblems(buttons: Buttons, language: string): readonly SettingsProblem[] {
  return (buttons ?? []).flatMap(({ id, label, action }, index, all) => {
    const problems: SettingsProblem[] = [];
    const said = (code: string, path: string, message: string) =>
      problems.push({ code, severity: 'error', path: `buttons.${index}.${path}`, message });
    const name = textIn(label, language, language).trim();
    if (name === '') said('button.no-label', 'label', `Button ${index + 1} has no label; write what it does`);
    if (all.findIndex((other) => other.id === id) !== index) {
      said('button.same-id-twice', 'id', `Two buttons share the id “${id}”; remove one`);
    }
    if (action.kind === 'open-link' && !/^(https?:\/\/|mailto:|tel:)/i.test(action.url)) {
      said('button.address', 'action.url', `The address of “${name}” must begin with https://, mailto: or tel:`);
    }
    return action.kind === 'call' ? [...problems, ...below(actionOf(index), callProblems(action))] : problems;
  });
}

function actionOf(index: number): string {
  return `buttons.${index}.action`;
}

/** The result that previews and tests get of a pressed button. */
export function buttonSample({ action }: ActionButton): EffectResult {
  return action.kind === 'call' ? sampleResult(action) : { status: 'done' };
}
