import * as z from 'zod';
import { NEXT } from '#contract/answers/answer-exits.ts';
import { eventName, payloadRows } from '#contract/buttons/action-button.ts';
import { payloadOf } from '#contract/buttons/press-button.ts';
import { elementType } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';

const settings = z.strictObject({
  event: setting(eventName, {
    widget: 'line',
    label: 'Event',
    help: 'What the page or program that hosts the player listens for.',
  }),
  payload: payloadRows,
});

type Settings = z.infer<typeof settings>;

export const clientEvent = elementType<Settings>({
  type: 'client-event',
  version: 1,
  migrations: [],
  title: 'Client event',
  description: 'Tells the page or program that hosts the player something, and goes on.',
  icon: 'radio-tower',
  group: 'action',
  letter: 'h',
  settings,
  defaults: () => ({ event: 'event', payload: [] }),
  exits: () => [NEXT],
  summary: ({ event }) => event,
  texts: () => [],
  expressions: ({ payload }) =>
    payload.map(({ name, value }, index) => ({ path: `payload.${index}.value`, source: value, label: name })),
  makes: () => [],
  writes: () => [],
  problems: ({ payload }) => {
    const twice = payload.findIndex(({ name }, at) => payload.findIndex((other) => other.name === name) !== at);
    return twice < 0
      ? []
      : [
          {
            code: 'client-event.same-name-twice',
            severity: 'error',
            path: `payload.${twice}.name`,
            message: `Two values of the event are called “${payload[twice]?.name}”; rename one`,
          },
        ];
  },
  domain: () => ({ samples: [] }),
  enter: ({ event, payload }, context) => ({
    do: 'leave',
    exit: NEXT.name,
    request: { kind: 'client-event', name: event, payload: payloadOf(payload, context) },
  }),
});
