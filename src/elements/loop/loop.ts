import { elementType } from '#contract/element-type.ts';
import { nextRound } from './next-round.ts';
import { DONE, EACH, LIST, type LoopSettings, loopSettings } from './settings.ts';

export const loop = elementType<LoopSettings>({
  type: 'loop',
  version: 1,
  migrations: [],
  title: 'Loop',
  description: 'Goes round once for each item of a list.',
  icon: 'repeat',
  group: 'logic',
  letter: 'o',
  settings: loopSettings,
  defaults: () => ({ list: '', item: 'item' }),
  exits: () => [EACH, DONE],
  summary: ({ item, list }) => `${item} in ${list}`,
  texts: () => [],
  expressions: ({ list, item: key }) => [
    {
      path: 'list',
      source: list,
      expects: LIST,
      sets: { variable: key, each: true },
      label: 'List',
      secrets: 'refused',
    },
  ],
  makes: () => [],
  writes: ({ item, position }) => (position === undefined ? [item] : [item, position]),
  problems: ({ item, position }) =>
    item === position
      ? [
          {
            code: 'loop.same-variable',
            severity: 'error',
            path: 'position',
            message: `“${item}” cannot hold both the item and its position; choose another variable for one of them`,
          },
        ]
      : [],
  domain: () => ({ samples: [] }),
  enter: nextRound,
});
