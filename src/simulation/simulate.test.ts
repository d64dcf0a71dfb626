import { describe, expect, it } from 'vitest';
import { catalog } from '#elements/catalog.ts';
import { evolve } from '#engine/evolve.ts';
import { compileWith } from '#engine/library.ts';
import { visitsOf } from '#engine/visits.ts';
import { checkInteraction } from '#format/read.ts';
import type { SessionId } from '#prelude/ids.ts';
import { seededRandom, steppedClock } from '#prelude/ports.ts';
import { SAMPLES } from '#samples/samples.ts';
import type { Manners, PageHabit, Profile } from './profile.ts';
import { simulate } from './simulate.ts';

const MORNING = Date.UTC(2026, 2, 2, 9);
const STEADY: Manners = { quit: 0, walkAway: 0, pause: 0, back: 0, distracted: 0, spread: 0.4 };

const samples = SAMPLES.map(({ content }) => {
  const read = checkInteraction(content, catalog);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
});

function programOf(id: string) {
  const sample = samples.find((each) => each.id === id);
  if (!sample) throw new Error(`There is no sample ${id}`);
  return compileWith(sample, samples, catalog);
}

const seed = programOf('int_problem_type');

function profile(pages: Profile['pages'] = {}, usual: Partial<Manners> = {}): Profile {
  const manners = { ...STEADY, ...usual };
  return { usual: manners, pages, timeOut: 1_800_000, pauseMedian: 600_000, reasons: ['Called by mistake'] };
}

function run(from: Profile, chance = 1, more: { until?: number; program?: typeof seed; pace?: number } = {}) {
  const { program = seed, ...rest } = more;
  const clock = steppedClock(MORNING);
  const start = { client: 'agent-desk', context: { channel: 'voice' } };
  return simulate(program, { random: seededRandom(chance), clock, profile: from, start, ...rest });
}

function many(from: Profile, count: number, program = seed) {
  return Array.from({ length: count }, (_, chance) => run(from, chance, { program }));
}

const last = <Item>(items: readonly Item[]): Item => {
  const item = items.at(-1);
  if (item === undefined) throw new Error('There is none');
  return item;
};

describe('a simulated session', () => {
  it('is the same for the same seed, and another for another', () => {
    const lively = profile({}, { quit: 0.1, pause: 0.1, back: 0.2, distracted: 0.3 });
    expect(run(lively, 7)).toEqual(run(lively, 7));
    const different = many(lively, 20).map((steps) => JSON.stringify(steps));
    expect(new Set(different).size).toBe(20);
  });

  it.each(SAMPLES.map(({ id, name }) => ({ id, name })))('comes to an end in $name, whatever is answered', ({ id }) => {
    const program = programOf(id);
    for (const steps of many(profile({}, { back: 0.1, pause: 0.05, quit: 0.01 }), 60, program)) {
      expect(['ended', 'waiting']).toContain(last(steps).state.status);
      expect(last(steps).state.error).toBeUndefined();
    }
  });

  it('is what the engine makes of it: folding the events gives each state', () => {
    for (const steps of many(profile({}, { back: 0.2, pause: 0.2 }), 20)) {
      const events = steps.flatMap((step) => step.events);
      expect(evolve(undefined, events)).toEqual(last(steps).state);
    }
  });

  it('goes on in time, and shares the time of a page between use and something else', () => {
    const steps = run(profile({ q_problem: { median: 20_000 } }, { distracted: 1 }), 3);
    const [first] = visitsOf(
      'ses_1' as SessionId,
      steps.flatMap((step) => step.events),
    );
    expect(first?.leftAt).toBe(steps[1]?.at);
    expect(first?.active).toBeGreaterThan(1_000);
    expect(first?.idle).toBeGreaterThan(1_000);
    expect((first?.active ?? 0) + (first?.idle ?? 0)).toBe((first?.leftAt ?? 0) - MORNING);
  });

  it('is still under way where the future would begin', () => {
    const whole = run(profile(), 5);
    const cut = run(profile(), 5, { until: last(whole).at - 1 });
    expect(cut).toEqual(whole.slice(0, -1));
    expect(last(cut).state.status).toBe('waiting');
  });

  it('takes longer with somebody slower', () => {
    const quick = run(profile(), 5);
    const slow = run(profile(), 5, { pace: 3 });
    expect(last(slow).at - MORNING).toBeGreaterThan(2 * (last(quick).at - MORNING));
  });
});

describe('habits', () => {
  const answersOf = (pages: { readonly [element: string]: PageHabit }) =>
    many(profile(pages), 400).map((steps) => last(steps).state.variables.problem);

  it('give answers as often as their weights say', () => {
    const answers = answersOf({
      q_problem: {
        answers: [{ answer: 'billing', weight: 3 }, { answer: 'orders' }, { answer: 'technical', weight: 0 }],
      },
    });
    expect(answers).not.toContain('technical');
    const share = answers.filter((answer) => answer === 'billing').length / answers.length;
    expect(share).toBeGreaterThan(0.68);
    expect(share).toBeLessThan(0.82);
  });

  it('take every possible answer where they name none', () => {
    expect(new Set(answersOf({}))).toEqual(new Set(['billing', 'orders', 'technical']));
  });

  it('may rest on what is known, such as the channel', () => {
    const answers = answersOf({
      q_problem: {
        answers: [
          { answer: 'billing', weight: ({ context }) => (context.channel === 'voice' ? 0 : 1) },
          { answer: () => 'orders' },
        ],
      },
    });
    expect(new Set(answers)).toEqual(new Set(['orders']));
  });

  it('make an answer slow, and make people give up over it', () => {
    const steps = many(
      profile({
        q_problem: {
          median: 10_000,
          answers: [{ answer: 'billing' }, { answer: 'technical', slower: 4, quit: 0.5 }],
        },
      }),
      600,
    );
    const timeOf = (problem: string) => {
      const times = steps
        .filter((each) => last(each).state.variables.problem === problem)
        .map((each) => (each[1]?.at ?? 0) - MORNING);
      return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
    };
    expect(timeOf('billing')).toBeGreaterThan(8_500);
    expect(timeOf('billing')).toBeLessThan(11_500);
    expect(timeOf('technical')).toBeGreaterThan(34_000);
    const quits = steps.filter((each) => last(each).state.outcome === 'quit');
    expect(quits.length / steps.length).toBeGreaterThan(0.18);
    expect(quits.length / steps.length).toBeLessThan(0.32);
    expect(last(quits[0] ?? []).events.at(-1)).toMatchObject({ kind: 'ended', reason: 'Called by mistake' });
  });

  it('let people walk away, pause and go back', () => {
    const walked = run(profile({}, { walkAway: 1 }));
    expect(last(walked).state.outcome).toBe('timed-out');
    expect(last(walked).at - MORNING).toBeGreaterThan(1_800_000);
    const commands = (usual: Partial<Manners>) =>
      new Set(many(profile({}, usual), 60).flatMap((steps) => steps.map(({ command }) => command.kind)));
    expect(commands({ pause: 0.3 })).toEqual(new Set(['start', 'answer', 'pause', 'resume']));
    expect(commands({ back: 0.3 })).toEqual(new Set(['start', 'answer', 'back']));
  });

  it('that do not fit the Interaction are told as a mistake', () => {
    expect(() => run(profile({ q_problem: { answers: [{ answer: 'plumbing' }] } }))).toThrow(/q_problem.*plumbing/);
  });
});
