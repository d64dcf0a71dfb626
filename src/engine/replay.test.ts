import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '#contract/command.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { canonicalJson } from '#format/canonical.ts';
import { elementIds } from '#format/graph.ts';
import type { ElementId, SessionId } from '#prelude/ids.ts';
import type { Json, JsonObject } from '#prelude/json.ts';
import { randomInteraction } from '#test/factories/random-interaction.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { pageOf } from './page.ts';
import { compile, type Program } from './program.ts';
import { start } from './start.ts';
import type { SessionState } from './state.ts';
import { visitsOf } from './visits.ts';

/** What a random person does next; numbers choose among what the page offers. */
type Act = { readonly kind: Command['kind']; readonly pick: number; readonly wait: number };

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
    ] as const),
  ),
  pick: fc.nat({ max: 20 }),
  wait: fc.integer({ min: -5, max: 60_000 }),
});

function commandOf(program: Program, state: SessionState, { kind, pick }: Act): Command {
  const attention = { active: pick * 1000, idle: pick };
  switch (kind) {
    case 'answer': {
      const field = pageOf(program, state)?.part.fields[0];
      if (!field) return { kind, ...attention };
      const values: readonly (Json | undefined)[] = [
        ...(field.options ?? []).map((option) => option.value),
        ...[true, false, 3, 'red', '2026-07-01', undefined, -1, { x: 1 }],
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
      return { kind, button: 'button_1' };
    case 'effect-result':
      return { kind, effect: `e${pick % 3}`, result: { status: 'timed-out' } };
    case 'skip':
    case 'return':
    case 'resume':
    case 'expire':
      return { kind };
  }
}

/** Plays a session and calls `look` after every step with all events so far and the state they led to. */
function play(
  program: Program,
  acts: readonly Act[],
  look: (events: readonly SessionEvent[], state: SessionState) => void,
) {
  const started = start(program, { client: 'test' }, 1_000_000);
  if (!started.ok) return;
  const events = [...started.value.events];
  let { state } = started.value;
  let now = 1_000_000;
  look(events, state);
  for (const each of acts) {
    now += each.wait;
    const before = canonicalJson(state as unknown as JsonObject);
    const decided = decide(program, state, commandOf(program, state, each), now);
    // A refused command writes nothing, and no command changes the state it was given.
    expect(canonicalJson(state as unknown as JsonObject)).toBe(before);
    if (!decided.ok) continue;
    events.push(...decided.value.events);
    state = decided.value.state;
    look(events, state);
  }
}

const acts = fc.array(act, { maxLength: 40 });

describe('any session of any Interaction', () => {
  it('is rebuilt byte for byte from its log, in one go or step by step', () => {
    fc.assert(
      fc.property(randomInteraction, acts, (interaction, each) => {
        const program = compile(interaction, catalog);
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
      fc.property(randomInteraction, acts, (interaction, each) => {
        const program = compile(interaction, catalog);
        play(program, each, (_events, state) => {
          const stored = JSON.parse(JSON.stringify(state)) as SessionState;
          expect(pageOf(program, stored)).toEqual(pageOf(program, state));
          const next = { kind: 'answer' } as const;
          expect(decide(program, stored, next, 5e6)).toEqual(decide(program, state, next, 5e6));
        });
      }),
      { numRuns: 100 },
    );
  });

  it('accounts for every visit: numbered, closed by the next, with times that are never negative', () => {
    fc.assert(
      fc.property(randomInteraction, acts, (interaction, each) => {
        const program = compile(interaction, catalog);
        play(program, each, (events, state) => {
          const visits = visitsOf('ses_a' as SessionId, events);
          expect(visits.map(({ n }) => n)).toEqual(visits.map((_, index) => index + 1));
          const over = state.status === 'ended' || state.status === 'failed';
          for (const [index, visit] of visits.entries()) {
            const last = index === visits.length - 1;
            expect(visit.exit === null).toBe(last && !over);
            if (!last && visit.to !== null) expect(visits[index + 1]?.element).toBe(visit.to);
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

  it('stays small: a waiting state of a short call is under 2 kB', () => {
    fc.assert(
      fc.property(randomInteraction, fc.array(act, { maxLength: 6 }), (interaction, each) => {
        const program = compile(interaction, catalog);
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
