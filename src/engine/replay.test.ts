import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callersOf } from '#contract/element-path.ts';
import type { SessionEvent } from '#contract/event.ts';
import { catalog } from '#elements/catalog.ts';
import { canonicalJson } from '#format/canonical.ts';
import type { Interaction } from '#format/interaction.ts';
import type { SessionId } from '#prelude/ids.ts';
import type { JsonObject } from '#prelude/json.ts';
import { type Act, act, acts, commandOf, SECRET } from '#test/factories/random-acts.ts';
import { randomInteractions } from '#test/factories/random-interaction.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Given } from './given.ts';
import { compileWith } from './library.ts';
import { pageOf } from './page.ts';
import type { Program } from './program.ts';
import { start } from './start.ts';
import type { SessionState } from './state.ts';
import { fromStored, toStored } from './stored-state.ts';
import { visitsOf } from './visits.ts';

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
    const before = canonical(state);
    const decided = decide(program, state, commandOf(program, state, { ...each, kind: each.kind }), now, given);
    // A refused command writes nothing, and no command changes the state it was given.
    expect(canonical(state)).toBe(before);
    if (!decided.ok) continue;
    events.push(...decided.value.events);
    state = decided.value.state;
    given = { secrets: { ...given.secrets, ...decided.value.secrets } };
    look(events, state, given);
  }
}

const canonical = (state: SessionState) => canonicalJson(state as unknown as JsonObject);

const compiled = ([interaction, ...others]: readonly [Interaction, ...Interaction[]]) =>
  compileWith(interaction, others, catalog);

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
          const stored = fromStored(JSON.parse(JSON.stringify(toStored(state))));
          expect(canonical(stored)).toBe(canonical(state));
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

  it('stays small: a waiting session of a short call is kept in less than 2 kB', () => {
    fc.assert(
      fc.property(randomInteractions, fc.array(act, { maxLength: 6 }), (interactions, each) => {
        const program = compiled(interactions);
        play(
          program,
          each.filter(({ kind }) => kind === 'answer'),
          (events, state) => {
            const entered = events.filter((event) => event.kind === 'element-entered').length;
            if (entered <= 15) expect(JSON.stringify(toStored(state)).length).toBeLessThan(2_000);
          },
        );
      }),
      { numRuns: 100 },
    );
  });
});
