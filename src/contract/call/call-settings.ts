import * as z from 'zod';
import type { Scope } from '#expressions/value-type.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import { durationText } from '../duration-text.ts';
import { setting } from '../setting.ts';

/** An id, or nothing as long as none is chosen. */
const CHOSEN = new RegExp(`^$|${ID_PATTERN.source}`);

const expressionText = z.string().max(LIMITS.expressionLength);

/** What the outputs of a call may read beside the variables: the body that came back, and its HTTP status. */
export const RESPONSE_SCOPE: Scope = { response: { kind: 'any' }, http_status: { kind: 'number' } };

const input = z.strictObject({
  name: setting(z.string().min(1).max(200), { widget: 'line', label: 'Name', tab: 'Settings' }),
  value: setting(expressionText, { widget: 'expression', label: 'Value', tab: 'Settings' }),
  in: setting(z.enum(['query', 'header', 'body']), {
    widget: 'select',
    label: 'Sent in',
    tab: 'Settings',
    options: [
      { value: 'body', label: 'Body' },
      { value: 'query', label: 'Address' },
      { value: 'header', label: 'Header' },
    ],
  }),
});

const output = z.strictObject({
  variable: setting(z.string().regex(ID_PATTERN), { widget: 'variable', label: 'Variable', tab: 'Settings' }),
  value: setting(expressionText, {
    widget: 'expression',
    label: 'Becomes',
    help: 'What came back is called response: response.balance.',
    adds: RESPONSE_SCOPE,
    tab: 'Settings',
  }),
});

/** How a connection of the account is called: shared by Integrations, action buttons and checks of answers. */
export const callSettings = {
  connection: setting(z.string().regex(CHOSEN, 'a connection is chosen by its key'), {
    widget: 'connection',
    label: 'Connection',
    help: 'Administrators keep the connections of the account.',
  }),
  method: setting(z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']), {
    widget: 'select',
    label: 'Method',
    options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map((value) => ({ value, label: value })),
  }),
  path: setting(z.string().max(2_000), {
    widget: 'template',
    label: 'Path',
    help: 'Below the address of the connection. Type { to put in an earlier answer: /customers/{customer_number}.',
  }),
  format: setting(z.enum(['json', 'xml']).optional(), {
    widget: 'select',
    label: 'Format',
    options: [
      { value: 'json', label: 'JSON' },
      { value: 'xml', label: 'XML' },
    ],
    tab: 'Settings',
  }),
  inputs: setting(z.array(input).max(100), {
    widget: 'rows',
    label: 'Inputs',
    help: 'What is sent along.',
    add: 'Add input',
    row: 'Input',
  }),
  outputs: setting(z.array(output).max(100), {
    widget: 'rows',
    label: 'Outputs',
    help: 'What is kept of what comes back.',
    add: 'Add output',
    row: 'Output',
  }),
  timeLimit: setting(durationText.optional(), {
    widget: 'duration',
    label: 'Time limit',
    help: 'For all tries together; as the connection has it unless set.',
    tab: 'Settings',
  }),
  retries: setting(z.int().min(0).max(LIMITS.callRetries).optional(), {
    widget: 'number',
    label: 'Tries after the first',
    help: 'As the connection has it unless set.',
    tab: 'Settings',
  }),
  sample: setting(z.json().optional() as unknown as z.ZodType<Json | undefined>, {
    widget: 'json',
    label: 'Sample answer',
    help: 'What previews and tests get instead of a call.',
    tab: 'Settings',
  }),
};

export interface CallSettings {
  readonly connection: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly format?: 'json' | 'xml' | undefined;
  readonly inputs: readonly {
    readonly name: string;
    readonly value: string;
    readonly in: 'query' | 'header' | 'body';
  }[];
  readonly outputs: readonly { readonly variable: string; readonly value: string }[];
  readonly timeLimit?: string | undefined;
  readonly retries?: number | undefined;
  readonly sample?: Json | undefined;
}

/** The settings of a call that is yet to be chosen. */
export const NEW_CALL: CallSettings = { connection: '', method: 'GET', path: '', inputs: [], outputs: [] };
