import * as z from 'zod';
import type { Json } from '#prelude/json.ts';
import { LIMITS } from '#prelude/limits.ts';
import type { OfferedOption } from '../element-type.ts';
import { setting } from '../setting.ts';
import { NEXT, OFFERED } from './answer-exits.ts';
import { answerKind } from './answer-kind.ts';
import { choiceList, listExpressions, listedOptions } from './choice-list.ts';
import { emptyRange } from './empty-range.ts';
import { nth, pickOption } from './pick-option.ts';
import { refusing } from './refuse-answer.ts';
import { sharedAnswerSettings } from './shared-settings.ts';

function count(label: string, help: string) {
  return setting(z.int().min(1).max(LIMITS.listedOptions).optional(), { widget: 'number', label, help, tab: 'Answer' });
}

const settings = z.strictObject({
  kind: z.literal('many-choices'),
  ...sharedAnswerSettings,
  least: count('At least', 'How many must be chosen, where any are.'),
  most: count('At most', 'How many may be chosen.'),
  presentation: setting(z.enum(['check-boxes', 'tiles']).optional(), {
    widget: 'select',
    label: 'Shown as',
    tab: 'Answer',
    options: [
      { value: 'check-boxes', label: 'Check boxes' },
      { value: 'tiles', label: 'Tiles with images' },
    ],
  }),
  list: choiceList,
});

type Settings = z.infer<typeof settings>;

/**
 * Any number of the Choices connected to the Question, or of the items of a list. All answers go on by *Next*: the
 * Choices only say what can be chosen.
 */
export const manyChoices = answerKind<Settings>({
  kind: 'many-choices',
  title: 'Many choices',
  icon: 'list-checks',
  group: 'Choices',
  settings,
  defaults: (variable) => ({ kind: 'many-choices', variable }),
  type: () => ({ kind: 'list', items: { kind: 'option' } }),
  exits: ({ list }) => (list ? [NEXT] : [NEXT, OFFERED]),
  exitFor: () => NEXT.name,
  expressions: ({ list }) => listExpressions(list),
  offers: ({ list }, context) => list && listedOptions(list, context),
  problems: ({ least = 1, most = Number.POSITIVE_INFINITY, list }, options) => {
    const empty = emptyRange('least', least, most, () => `Nobody can choose at least ${least} and at most ${most}`);
    if (empty.length > 0) return empty;
    if (list || options.length === 0 || options.length >= least) return [];
    const message = `At least ${least} must be chosen, but there are ${options.length} choices; add some or ask for fewer`;
    return [{ code: 'question.too-few-choices', severity: 'error', path: 'least', message }];
  },
  samples: ({ least = 1, list }, options) =>
    list
      ? [Array.from({ length: least }, (_, i) => nth(i + 1)), undefined]
      : [options.slice(0, least).map(({ value }) => value)],
  limits: ({ presentation = 'check-boxes', least, most }) => ({
    presentation,
    ...(least === undefined ? {} : { least }),
    ...(most === undefined ? {} : { most }),
  }),
  leavesAtOnce: () => false,
  read: ({ least = 1, most = Number.POSITIVE_INFINITY }, input, { options, language }) => {
    const refuse = refusing(language);
    const chosen = new Set<OfferedOption>();
    for (const item of new Set<Json>(Array.isArray(input) ? input : [input])) {
      const option = pickOption(options, item);
      if (!option) return refuse('answer.not-offered');
      chosen.add(option);
    }
    if (chosen.size < least) return refuse('answer.too-few', { least });
    if (chosen.size > most) return refuse('answer.too-many', { most, count: chosen.size });
    // In the order in which they were offered, whatever the order of choosing was.
    const kept = options.filter((option) => chosen.has(option));
    return { ok: true, value: kept.map(({ value }) => value), shown: kept.map(({ label }) => label).join(', ') };
  },
});
