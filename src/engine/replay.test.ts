import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import type { EffectResult } from '#contract/effect.ts';
import { callersOf } from '#contract/element-path.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { canonicalJson } from '#format/canonical.ts';
import { elementIds } from '#format/graph.ts';
import type { Interaction } from '#format/interaction.ts';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { randomInteractions } from '#test/factories/random-interaction.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Given } from './given.ts';
import { compileWith } from './library.ts';
import { pageOf } from './page.ts';
import type { Program } from './program.ts';
import { start } from './start.ts';
import type { SessionState } from './state.ts';
import { visitsOf } from './visits.ts';

/** What a random person, or the world outside, does next; numbers choose among what is offered. */
type Act = { readonly kind: Command['kind'] | 'result' | 'restart'; readonly pick: number; readonly wait: number };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.constantFrom(
    ...([
      'answer',
      'answer',
      'answer',
      'answer',
      'answer',
      'back',
      'jump',
      'note',
      'pause',
      'resume',
      'quit',
      'expire',
      'forward',
      'forward',
      'language',
      'transfer',
      'return',
      'skip',
      'act',
      'effect-result',
      'result',
      'result',
      'result',
      'restart',
    ] as const),
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

function commandOf(
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

const SECRET = 'never-written-down-';

/** Whether what is asked for is held by a secret variable. */
function asksForSecret(program: Program, state: SessionState): boolean {
  const place = program.find(state.at);
  const made = place?.node.type.makes(place.node.settings) ?? [];
  return made.some(({ key }) => place?.program.secrets.has(key));
}

type Look = (events: readonly SessionEvent[], state: SessionState, given: Given) => void;

/** Plays a session and calls `look` after every step with all events so far and the state they led to. */
function play(program: Program, acts: readonly Act[], look: Look) {
  const started = start(program, { client: 'test' }, 1_000_000);
  if (!started.ok) return;
  const events = [...started.value.events];
  let { state } = started.value;
  let given: Given = { secrets: { ...started.value.secrets } };
  let now = 1_000_000;
  look(events, state, given);
  for (const each of acts) {
    now += each.wait;
    if (each.kind === 'restart') {
      // Memory is lost; what it held is asked for again where it is needed.
      given = {};
      continue;
    }
    const before = canonicalJson(state as unknown as JsonObject);
    const decided = decide(program, state, commandOf(program, state, { ...each, kind: each.kind }), now, given);
    // A refused command writes nothing, and no command changes the state it was given.
    expect(canonicalJson(state as unknown as JsonObject)).toBe(before);
    if (!decided.ok) continue;
    events.push(...decided.value.events);
    state = decided.value.state;
    given = { secrets: { ...given.secrets, ...decided.value.secrets } };
    look(events, state, given);
  }
}

const compiled = ([interaction, ...others]: readonly [Interaction, ...Interaction[]]) =>
  compileWith(interaction, others, catalog);

const acts = fc.array(act, { maxLength: 40 });

describe('any session of any Interaction', () => {
  it('is rebuilt byte for byte from its log, in one go or step by step', () => {
    fc.assert(
      fc.property(randomInteractions, acts, (interactions, each) => {
        const program = compiled(interactions);
        play(program, each, (events, state) => {
          const stored = JSON.parse(JSON.stringify(events)) as SessionEvent[];
          expect(JSON.stringify(evolve(undefined, stored))).toBe(JSON.stringify(state));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('goes on from a stored state exactly as from one in memory', () => {
    fc.assert(
      fc.property(randomInteractions, acts, (interactions, each) => {
        const program = compiled(interactions);
        play(program, each, (_events, state, given) => {
          const stored = JSON.parse(JSON.stringify(state)) as SessionState;
          expect(pageOf(program, stored, given)).toEqual(pageOf(program, state, given));
          const next = { kind: 'answer' } as const;
          expect(decide(program, stored, next, 5e6, given)).toEqual(decide(program, state, next, 5e6, given));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('accounts for every visit: numbered, closed by the next, with times that are never negative', () => {
    fc.assert(
      fc.property(randomInteractions, acts, (interactions, each) => {
        const program = compiled(interactions);
        play(program, each, (events, state) => {
          const visits = visitsOf('ses_a' as SessionId, events);
          expect(visits.map(({ n }) => n)).toEqual(visits.map((_, index) => index + 1));
          const over = state.status === 'ended' || state.status === 'failed';
          // Open are the current one and those that run other Interactions, as long as it goes on.
          const open = over ? [] : [...(state.calls ?? []).map(({ n }) => n), state.n];
          expect(visits.filter(({ exit }) => exit === null).map(({ n }) => n)).toEqual(open);
          for (const visit of visits) {
            expect(visit.active).toBeGreaterThanOrEqual(0);
            expect(visit.idle).toBeGreaterThanOrEqual(0);
            if (visit.leftAt !== null) {
              expect(visit.active + visit.idle).toBeLessThanOrEqual(Math.max(0, visit.leftAt - visit.enteredAt));
            }
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('goes where it says it goes', () => {
    fc.assert(
      fc.property(randomInteractions, acts, (interactions, each) => {
        play(compiled(interactions), each, (events) => {
          for (const [index, event] of events.entries()) {
            if (event.kind !== 'element-left' || event.to === null) continue;
            const next = events.slice(index).find(({ kind }) => kind === 'element-entered');
            // Into an Interaction that another one runs, its callers are entered first.
            const way = [...callersOf(event.to), event.to];
            expect(next?.kind === 'element-entered' && way.includes(next.element)).toBe(true);
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('says no secret in any event, state or page', () => {
    fc.assert(
      fc.property(randomInteractions, acts, (interactions, each) => {
        const program = compiled(interactions);
        play(program, each, (events, state, given) => {
          expect(JSON.stringify([events, state, pageOf(program, state, given)])).not.toContain(SECRET);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('stays small: a waiting state of a short call is under 2 kB', () => {
    fc.assert(
      fc.property(randomInteractions, fc.array(act, { maxLength: 6 }), (interactions, each) => {
        const program = compiled(interactions);
        play(
          program,
          each.filter(({ kind }) => kind === 'answer'),
          (events, state) => {
            const entered = events.filter((event) => event.kind === 'element-entered').length;
            if (entered <= 15) expect(JSON.stringify(state).length).toBeLessThan(2_000);
          },
        );
      }),
      { numRuns: 100 },
    );
  });
});
