import * as z from 'zod';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { type CallSettings, callSettings, NEW_CALL } from '../call/call-settings.ts';
import { type LocalizedText, localizedText } from '../localized-text.ts';
import { setting } from '../setting.ts';

/** Opens an address in a new window. */
interface OpenLink {
  readonly kind: 'open-link';
  /** Values stand in braces. */
  readonly url: string;
}

/** Tells the page or program that hosts the player something. */
interface TellHost {
  readonly kind: 'client-event';
  readonly event: string;
  readonly payload: readonly { readonly name: string; readonly value: string }[];
}

interface MakeCall extends CallSettings {
  readonly kind: 'call';
}

export type ButtonAction = OpenLink | TellHost | MakeCall;

/** Something that can be done on a page without leaving it. */
export interface ActionButton {
  readonly id: string;
  readonly label: LocalizedText;
  readonly action: ButtonAction;
}

/** A name and its value, as client events carry them. */
const namedValue = z.strictObject({
  name: setting(z.string().min(1).max(200), { widget: 'line', label: 'Name', tab: 'Settings' }),
  value: setting(z.string().max(LIMITS.expressionLength), { widget: 'expression', label: 'Value', tab: 'Settings' }),
});

/** What a client event is called: words joined by dots, dashes or underlines. */
export const eventName = z
  .string()
  .max(100)
  .regex(/^[A-Za-z][\w.-]*$/, 'an event is named by letters, digits, dots, dashes and _');

/** What a client event carries. */
export const payloadRows = setting(z.array(namedValue).max(50), {
  widget: 'rows',
  label: 'Payload',
  help: 'Values that go along.',
  add: 'Add value',
  row: 'Value',
});

const action = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('open-link'),
    url: setting(z.string().min(1).max(2_000), {
      widget: 'template',
      label: 'Address',
      help: 'Begins with https://. Type { to put in an earlier answer.',
      tab: 'Settings',
    }),
  }),
  z.strictObject({
    kind: z.literal('client-event'),
    event: setting(eventName, { widget: 'line', label: 'Event', tab: 'Settings' }),
    payload: payloadRows,
  }),
  z.strictObject({ kind: z.literal('call'), ...callSettings }),
]);

export const actionButton: z.ZodType<ActionButton> = z.strictObject({
  id: z.string().regex(ID_PATTERN),
  label: setting(localizedText, { widget: 'localized-line', label: 'Label', tab: 'Settings' }),
  action: setting(action, {
    widget: 'one-of',
    label: 'What it does',
    options: [
      { value: 'open-link', label: 'Opens a link', first: { kind: 'open-link', url: 'https://' } },
      { value: 'client-event', label: 'Tells the host', first: { kind: 'client-event', event: 'event', payload: [] } },
      { value: 'call', label: 'Calls a connection', first: { ...NEW_CALL, kind: 'call' } },
    ],
  }),
}) as unknown as z.ZodType<ActionButton>;
