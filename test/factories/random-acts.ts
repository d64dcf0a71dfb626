import fc from 'fast-check';
import type { Command } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import { pageOf } from '#engine/page.ts';
import type { Program } from '#engine/program.ts';
import type { SessionState } from '#engine/state.ts';
import { elementIds } from '#format/graph.ts';
import type { ElementId } from '#prelude/ids.ts';
import type { Json } from '#prelude/json.ts';

/** What a random person, or the world outside, does next; numbers choose among what is offered. */
export type Act = {
  readonly kind: Command['kind'] | 'result' | 'restart';
  readonly pick: number;
  readonly wait: number;
};

export const act: fc.Arbitrary<Act> = fc.record({
  // Of what ends a session there is little, so that much happens before.
  kind: fc.oneof(
    ...(
      [
        [30, 'answer'],
        [8, 'back'],
        [8, 'forward'],
        [10, 'result'],
        [4, 'jump'],
        [3, 'return'],
        [3, 'skip'],
        [3, 'act'],
        [2, 'effect-result'],
        [4, 'pause'],
        [6, 'resume'],
        [2, 'language'],
        [1, 'note'],
        [1, 'transfer'],
        [1, 'expire'],
        [1, 'restart'],
        [0.2, 'quit'],
      ] as const
    ).map(([weight, kind]) => ({ weight: weight * 10, arbitrary: fc.constant(kind) })),
  ),
  pick: fc.nat({ max: 20 }),
  wait: fc.integer({ min: -5, max: 60_000 }),
});

const RESULTS: readonly EffectResult[] = [
  { status: 'done', value: { count: 5, word: 'gold' } },
  { status: 'done', value: { count: 1 }, http: 200 },
  { status: 'done' },
  { status: 'done', value: [1, 'x', null] },
  { status: 'failed', code: 'call.refused', message: 'No', http: 500 },
  { status: 'timed-out' },
  { status: 'skipped' },
];

/** The command that an act comes to where the session stands. */
export function commandOf(
  program: Program,
  state: SessionState,
  { kind, pick }: Act & { readonly kind: Exclude<Act['kind'], 'restart'> },
): Command {
  const result = RESULTS[pick % RESULTS.length] ?? { status: 'timed-out' };
  const attention = { active: pick * 1000, idle: pick };
  switch (kind) {
    case 'answer': {
      const field = pageOf(program, state)?.part.fields[0];
      if (!field) return { kind, ...attention };
      if (asksForSecret(program, state)) return { kind, value: `${SECRET}${pick}`, ...attention };
      const fitting = FITTING[field.kind];
      // Four of five answers fit, so that sessions get somewhere.
      if (pick % 5 !== 4) {
        const choices = field.options?.map((option): Json => option.value) ?? [];
        const values = choices.length > 0 ? choices : (fitting ?? []);
        const value = values[pick % values.length];
        if (value !== undefined) return { kind, value, ...attention };
      }
      const values: readonly (Json | undefined)[] = [
        ...(field.options ?? []).map((option) => option.value),
        ...[true, false, 3, 'red', '2026-07-01', undefined, -1, { x: 1 }, ['red', 'gold'], { nth: 1 }],
        ...(field.secret ? [SECRET, SECRET, SECRET] : []),
      ];
      const value = values[pick % values.length];
      return value === undefined ? { kind } : { kind, value, ...attention };
    }
    case 'back': {
      const to = state.trail[pick]?.n;
      return to === undefined ? { kind, ...attention } : { kind, to, ...attention };
    }
    case 'jump':
      return { kind, to: elementIds(program.interaction)[pick % program.elements.size] as ElementId };
    case 'note':
      return { kind, text: pick === 0 ? ' ' : `note ${pick}` };
    case 'pause':
    case 'quit':
      return pick % 2 ? { kind, reason: 'customer asked' } : { kind };
    case 'language':
      return { kind, language: pick % 2 ? 'es' : 'xx' };
    case 'forward':
      return { kind, all: pick % 2 === 0 };
    case 'transfer':
      return { kind, to: pick % 2 ? { team: 'second_line' } : {}, note: 'please' };
    case 'act':
      return { kind, button: `button_${(pick % 3) + 1}` };
    case 'result':
      return { kind: 'effect-result', effect: state.effects?.[pick % state.effects.length]?.id ?? 'e1', result };
    case 'effect-result':
      // Late, twice, or never asked for.
      return { kind, effect: `e${pick % 5}`, result };
    case 'skip':
    case 'return':
    case 'resume':
    case 'expire':
      return { kind };
  }
}

/** Answers that fit, by the kind of a field. */
const FITTING: { readonly [kind: string]: readonly Json[] } = {
  acknowledge: [true],
  'yes-no': [true, false, 'yes'],
  number: [3, 7, '5'],
  rating: [1, 3],
  'short-text': ['red', 'gold', 'x'],
  date: ['2026-07-01', '2026-05-01'],
};

/** What every secret that is given begins with. */
export const SECRET = 'never-written-down-';

/** Whether what is asked for is held by a secret variable. */
function asksForSecret(program: Program, state: SessionState): boolean {
  const place = program.find(state.at);
  const made = place?.node.type.makes(place.node.settings) ?? [];
  return made.some(({ key }) => place?.program.secrets.has(key));
}

export const acts: fc.Arbitrary<Act[]> = fc.array(act, { maxLength: 40 });
