import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { eventName } from '#contract/buttons/action-button.ts';
import { durationText } from '#contract/duration-text.ts';
import { TIMED_OUT } from '#contract/effect-exits.ts';
import { elementType } from '#contract/element-type.ts';
import type { LocalizedText } from '#contract/localized-text.ts';
import { meanwhile, meanwhileTexts } from '#contract/meanwhile.ts';
import { setting } from '#contract/setting.ts';
import { say } from '#contract/wording.ts';
import { assertNever } from '#prelude/assert-never.ts';
import { ID_PATTERN } from '#prelude/ids.ts';
import { LIMITS } from '#prelude/limits.ts';
import { begin, EVENT_SCOPE, goOn } from './begin.ts';

const output = z.strictObject({
  variable: setting(z.string().regex(ID_PATTERN), { widget: 'variable', label: 'Variable' }),
  value: setting(z.string().max(LIMITS.expressionLength), {
    widget: 'expression',
    label: 'Becomes',
    help: 'What came along is called event: event.amount.',
    adds: EVENT_SCOPE,
  }),
});

const until = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('duration'),
    duration: setting(durationText, { widget: 'duration', label: 'How long' }),
  }),
  z.strictObject({
    kind: z.literal('moment'),
    moment: setting(z.string().max(LIMITS.expressionLength), {
      widget: 'expression',
      label: 'Until when',
      help: 'A date and time. One that has passed already is not waited for.',
      expects: { kind: 'date-time' },
    }),
  }),
  z.strictObject({
    kind: z.literal('event'),
    event: setting(eventName, {
      widget: 'line',
      label: 'Event',
      help: 'The name that a program outside sends to the session.',
    }),
    limit: setting(durationText.optional(), {
      widget: 'duration',
      label: 'At most',
      help: 'Gives the element a way out for an event that does not come.',
    }),
    outputs: setting(z.array(output).max(100), {
      widget: 'rows',
      label: 'Outputs',
      help: 'What is kept of what came along.',
      add: 'Add output',
      row: 'Output',
    }),
  }),
]);

export type Until = z.infer<typeof until>;

const settings = z.strictObject({
  until: setting(until, {
    widget: 'one-of',
    label: 'Waits',
    options: [
      { value: 'duration', label: 'For a time', first: { kind: 'duration', duration: 'PT1M' } },
      { value: 'moment', label: 'Until a moment', first: { kind: 'moment', moment: '' } },
      { value: 'event', label: 'For an event outside', first: { kind: 'event', event: 'event', outputs: [] } },
    ],
  }),
  skippable: setting(z.boolean().optional(), {
    widget: 'switch',
    label: 'One may go on without it',
    tab: 'Settings',
  }),
  meanwhile,
});

export interface WaitSettings {
  readonly until: Until;
  readonly skippable?: boolean | undefined;
  readonly meanwhile?: LocalizedText | undefined;
}

export const wait = elementType<WaitSettings>({
  type: 'wait',
  version: 1,
  migrations: [],
  title: 'Wait',
  description: 'Waits for a time, until a moment, or for an event outside.',
  icon: 'hourglass',
  group: 'action',
  letter: 'w',
  settings,
  defaults: () => ({ until: { kind: 'duration', duration: 'PT1M' } }),
  exits: ({ until: end }) => (end.kind === 'event' && end.limit !== undefined ? [NEXT, TIMED_OUT] : [NEXT]),
  summary: ({ until: end }) => summaryOf(end),
  texts: ({ meanwhile: text }) => meanwhileTexts(text),
  expressions: ({ until: end }) => {
    switch (end.kind) {
      case 'duration':
        return [];
      case 'moment':
        return [{ path: 'until.moment', source: end.moment, expects: { kind: 'date-time' }, label: 'Until when' }];
      case 'event':
        return end.outputs.map(({ variable, value }, index) => ({
          path: `until.outputs.${index}.value`,
          source: value,
          adds: EVENT_SCOPE,
          sets: { variable },
          label: variable,
        }));
      default:
        return assertNever(end);
    }
  },
  makes: () => [],
  writes: ({ until: end }) => (end.kind === 'event' ? end.outputs.map(({ variable }) => variable) : []),
  problems: () => [],
  domain: ({ until: end }) => ({
    samples: [],
    results:
      end.kind === 'event' && end.limit !== undefined
        ? [{ status: 'done' }, { status: 'timed-out' }]
        : [{ status: 'done' }],
  }),
  waits: () => true,
  enter: begin,
  resume: goOn,
  awaits: ({ meanwhile: text, skippable }, context) => ({
    label: text ? context.words(text) : say(context.language, 'page.waiting'),
    skippable: skippable === true,
  }),
  sample: () => ({ status: 'done' }),
});

function summaryOf(end: Until): string {
  switch (end.kind) {
    case 'duration':
      return end.duration;
    case 'moment':
      return end.moment;
    case 'event':
      return end.event;
    default:
      return assertNever(end);
  }
}
