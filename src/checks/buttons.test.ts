import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { draw, text } from '#test/factories/draw.ts';
import { problemsOf } from './registry.ts';

/** Sets a variable that is not there, and names no connection. */
const CALL = {
  connection: '',
  method: 'GET',
  path: '/',
  inputs: [],
  outputs: [{ variable: 'name', value: 'response.name' }],
};

describe('buttons', () => {
  it('are looked at as everything else on a page', () => {
    const buttons = [
      { id: 'b_1', label: text('Open {nobody}'), action: { kind: 'open-link', url: 'https://example.org/{nowhere}' } },
      { id: 'b_1', label: text(' '), action: { kind: 'open-link', url: 'javascript:alert(1)' } },
      {
        id: 'b_3',
        label: text('Tell'),
        action: { kind: 'client-event', event: 'e', payload: [{ name: 'a', value: '1 +' }] },
      },
      { id: 'b_4', label: text('Ask'), action: { kind: 'call', ...CALL } },
    ];
    const found = problemsOf(draw({ elements: { s_a: { text: text('Hello'), buttons } } }), catalog);
    const at = 'elements.s_a.buttons';
    expect(found.map(({ code, path }) => [code, path]).toSorted()).toEqual(
      [
        ['data.text', `${at}.0.label.en`],
        ['data.text', `${at}.0.action.url`],
        ['button.same-id-twice', `${at}.1.id`],
        ['button.no-label', `${at}.1.label`],
        ['button.address', `${at}.1.action.url`],
        ['data.expression', `${at}.2.action.payload.0.value`],
        ['call.no-connection', `${at}.3.action.connection`],
        ['data.unknown-variable', 'variables.name'],
      ].toSorted(),
    );
    const unseen = draw({ elements: { v_a: { rows: [], buttons: [buttons[2] ?? {}] } } });
    expect(problemsOf(unseen, catalog).map(({ code }) => code)).toContain('button.no-page');
  });
});
