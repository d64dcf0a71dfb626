import * as z from 'zod';
import { elementType } from '#contract/element-type.ts';
import { setting } from '#contract/setting.ts';
import { LIMITS } from '#prelude/limits.ts';

const settings = z.strictObject({
  text: setting(z.string().max(LIMITS.longText), {
    widget: 'text',
    label: 'Text',
    help: 'For designers only; it never runs.',
  }),
});

type Settings = z.infer<typeof settings>;

export const note = elementType<Settings>({
  type: 'note',
  version: 1,
  migrations: [],
  title: 'Note',
  description: 'A remark for designers on the map. It never runs.',
  icon: 'sticky-note',
  group: 'note',
  letter: 'n',
  settings,
  defaults: () => ({ text: '' }),
  exits: () => [],
  summary: ({ text }) => text,
  texts: () => [],
  expressions: () => [],
  makes: () => [],
  writes: () => [],
  problems: () => [],
  domain: () => ({ samples: [] }),
  enter: () => ({
    do: 'fail',
    code: 'engine.note-entered',
    message: 'A note is no part of a run; nothing may lead to it',
  }),
});
