import fc from 'fast-check';
import type { JsonObject } from '#prelude/json.ts';
import { text } from './draw.ts';

/** The ids of the Interactions that random ones may call, their own among them. */
export const CALLABLE = ['int_drawn', 'int_other', 'int_third'] as const;

/** Variables that elements of these types need beside those of pages. */
export const ACTION_VARIABLES: JsonObject = {
  pin: { type: 'text', label: 'PIN', privacy: 'secret' },
  item: { type: 'number', label: 'Item' },
  position: { type: 'number', label: 'Position' },
};

const call = fc.record({
  connection: fc.constant('crm'),
  method: fc.constantFrom('GET', 'POST'),
  path: fc.constantFrom('/', '/orders/{word}', '/pins/{pin}'),
  inputs: fc.subarray([
    { name: 'count', value: 'count', in: 'query' },
    { name: 'pin', value: 'pin', in: 'body' },
  ]),
  outputs: fc.subarray([
    { variable: 'count', value: 'response.count' },
    { variable: 'word', value: 'response.word' },
  ]),
  sample: fc.constant({ count: 5, word: 'red' }),
});

const buttons = fc.array(
  fc.oneof(
    fc.constant({ kind: 'open-link', url: 'https://example.org/{word}' }),
    fc.constant({ kind: 'client-event', event: 'told', payload: [{ name: 'pin', value: 'pin' }] }),
    call.map((settings) => ({ kind: 'call', ...settings })),
  ),
  { maxLength: 2 },
);

/** Pages with buttons, some of which must be read aloud. */
export const withButtons: fc.Arbitrary<JsonObject> = fc.record({ buttons, mustRead: fc.boolean() }).map((page) => ({
  ...(page.mustRead ? { mustRead: true } : {}),
  ...(page.buttons.length > 0
    ? {
        buttons: page.buttons.map((action, index) => ({
          id: `button_${index + 1}`,
          label: text(`Button ${index + 1}`),
          action: action as JsonObject,
        })),
      }
    : {}),
}));

/** A check of an answer outside. */
export const verified: fc.Arbitrary<JsonObject> = call.map((settings) => ({
  verify: { ...settings, valid: 'response.count > 3', message: text('Not that one') },
}));

/** Settings of elements that nobody sees, by the letter of their id. */
export const actions: { readonly [letter: string]: fc.Arbitrary<JsonObject> } = {
  i: call,
  m: fc.record({
    to: fc.constantFrom([{ address: '"a@example.org"' }], [{ address: 'word' }]),
    subject: fc.constantFrom(text('Hello {word}'), text('PIN {pin}')),
    text: fc.constant(text('Hello')),
    untilSent: fc.boolean(),
  }),
  h: fc.constant({
    event: 'told',
    payload: [
      { name: 'count', value: 'count' },
      { name: 'pin', value: 'pin' },
    ],
  }),
  w: fc.record({
    until: fc.constantFrom<JsonObject>(
      { kind: 'duration', duration: 'PT10S' },
      { kind: 'moment', moment: 'date and time("1970-01-01T00:20:00Z")' },
      { kind: 'event', event: 'came', limit: 'PT1M', outputs: [{ variable: 'count', value: 'event.count' }] },
    ),
    skippable: fc.boolean(),
  }),
  x: fc.record({
    to: fc.constantFrom<JsonObject>(
      { kind: 'team', team: 'second_line' },
      { kind: 'person', person: 'word' },
      { kind: 'number', number: '"+44 1632 960001"' },
    ),
  }),
  l: fc.record({
    list: fc.constantFrom('[1, 2, 3]', 'for i in 1..count return i', '[]', '[pin]'),
    item: fc.constant('item'),
    position: fc.constant('position'),
  }),
  u: fc.record({
    interaction: fc.constantFrom(...CALLABLE),
    outcomes: fc.constantFrom([], [{ id: 'way_red', outcome: 'red', label: '' }]),
    inputs: fc.subarray([
      { variable: 'word', value: 'word' },
      { variable: 'count', value: 'pin' },
    ]),
    outputs: fc.subarray([
      { variable: 'count', value: 'result.count' },
      { variable: 'word', value: 'outcome' },
      { variable: 'item', value: 'string length(pin)' },
    ]),
  }),
};
